using System.Data.Common;
using AuditDashboard.Access;
using AuditDashboard.Ingestion.Otlp.Reading;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>OTLP/HTTP (http-api.md section 5, standards.md section 3.4): who, what, store, answer. Runs right behind routing, before any middleware.</summary>
internal sealed partial class ReceiveTelemetry(IApiKeys keys, RefusedCalls refused, IOptions<OtlpOptions> options, ILogger<ReceiveTelemetry> logger)
{
    /// <summary>Where OpenTelemetry tools besides <c>Authorization: Bearer</c> put a key.</summary>
    public static readonly string KeyHeader = "x-otlp-api-key";

    private const int StorageRetrySeconds = 5;

    public async Task HandleAsync(HttpContext context, ISignal signal)
    {
        var encoding = EncodingOf(context.Request);
        var answer = new OtlpAnswer(context.Response, encoding ?? OtlpEncoding.Json);
        try
        {
            await ReceiveAsync(context, signal, encoding, answer);
        }
        catch (BadHttpRequestException problem)
        {
            await answer.RefuseAsync(problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "request");
        }
        catch (DbException problem)
        {
            LogDisk(problem);
            await answer.RefuseAsync("storage", StorageRetrySeconds);
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(problem, signal.Name);
            await answer.RefuseAsync("internal");
        }
    }

    private async Task ReceiveAsync(HttpContext context, ISignal signal, OtlpEncoding? encoding, OtlpAnswer answer)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await answer.RefuseAsync("method");
            return;
        }

        var bot = ApiKeyGate.Find(context.Request, keys, KeyHeader);
        if (bot?.Scopes.Contains("ingest") != true)
        {
            await RefuseAsync(answer, bot is null ? RefusedCalls.Caller.UnknownKey : CallerOf(bot), bot is null ? "unauthorized" : "scope");
            return;
        }

        if (encoding is not { } ours)
        {
            await RefuseAsync(answer, CallerOf(bot), "media-type");
            return;
        }

        var body = await RequestBody.ReadAsync(context.Request, options.Value.MostBytes, context.RequestAborted);
        if (!body.Succeeded)
        {
            await RefuseAsync(answer, CallerOf(bot), body.Refusal.Code);
            return;
        }

        using (body.Value)
        {
            await TakeAsync(signal, bot, new OtlpBody(ours, ours == OtlpEncoding.Json ? body.Value.Text : body.Value.Bytes), answer, context.RequestAborted);
        }
    }

    private async Task TakeAsync(ISignal signal, CallingBot bot, OtlpBody body, OtlpAnswer answer, CancellationToken cancel)
    {
        Taken taken;
        try
        {
            taken = body.Bytes.IsEmpty ? new Taken() : await signal.TakeAsync(new Sender(bot.Bot, bot.Branch, KeyId: bot.KeyId), body, cancel);
        }
        catch (FormatException)
        {
            await RefuseAsync(answer, CallerOf(bot), body.Encoding == OtlpEncoding.Json ? "json" : "request");
            return;
        }

        if (taken.Refusal is { } refusal)
        {
            await RefuseAsync(answer, CallerOf(bot), refusal.Code, taken.RetryAfterSeconds);
            return;
        }

        await answer.SucceedAsync(signal.RejectedMember, taken.Rejected);
    }

    private Task RefuseAsync(OtlpAnswer answer, RefusedCalls.Caller caller, string code, int? retryAfterSeconds = null)
    {
        refused.Note(caller, code);
        return answer.RefuseAsync(code, retryAfterSeconds);
    }

    private static RefusedCalls.Caller CallerOf(CallingBot bot) => new(null, bot.KeyId);

    /// <summary>Null where the type is neither of the two.</summary>
    private static OtlpEncoding? EncodingOf(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        var cut = type.IndexOf(';');
        type = (cut < 0 ? type : type[..cut]).Trim();
        return type.Equals("application/x-protobuf", StringComparison.OrdinalIgnoreCase) ? OtlpEncoding.Protobuf
            : type.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? OtlpEncoding.Json
            : null;
    }

    [LoggerMessage(EventId = 2109, Level = LogLevel.Error, Message = "Telemetry could not be written; its sender is asked to try again")]
    private partial void LogDisk(Exception problem);

    [LoggerMessage(EventId = 2110, Level = LogLevel.Error, Message = "A call that brought {Signal} failed")]
    private partial void LogFault(Exception problem, string signal);
}
