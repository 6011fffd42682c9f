using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Bodies;

namespace AuditDashboard.Ingestion.Api;

/// <summary><c>POST /api/v1/events</c> (http-api.md section 2): who, what, store, answer. Runs right behind routing, before any middleware.</summary>
internal sealed partial class ReceiveEvents(IApiKeys keys, StoreEvents storing, RefusedCalls refused, ILogger<ReceiveEvents> logger)
{
    public static readonly string Route = "/api/v1/events";

    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Action<CallingBot?> _notAdmitted = bot =>
        refused.Note(bot is null ? RefusedCalls.Caller.UnknownKey : CallerOf(bot), bot is null ? "unauthorized" : "scope");

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await ReceiveAsync(context, context.Request, context.Response, context.RequestAborted);
        }
        catch (BadHttpRequestException problem)
        {
            LogBroken(problem.StatusCode);
            await Problem.WriteAsync(context.Response, problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "request");
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(problem);
            await Problem.WriteAsync(context.Response, "internal");
        }
    }

    private async Task ReceiveAsync(HttpContext context, HttpRequest request, HttpResponse response, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = "GET, POST";
            await Problem.WriteAsync(response, "method");
            return;
        }

        if (await ApiKeyGate.AdmitAsync(context, keys, "ingest", _notAdmitted) is not { } bot)
        {
            return;
        }

        if (BodyFormat.Of(request) is null && !BodyFormat.IsCyrillic(request))
        {
            await RefuseAsync(response, bot, "media-type");
            return;
        }

        var body = await RequestBody.ReadAsync(request, MostBytes, cancel);
        if (!body.Succeeded)
        {
            await RefuseAsync(response, bot, body.Refusal.Code);
            return;
        }

        using (body.Value)
        {
            await storing.HandleAsync(context, bot, body.Value.Text);
        }
    }

    /// <summary>A refusal that leaves nothing in quarantine.</summary>
    private Task RefuseAsync(HttpResponse response, CallingBot bot, string code)
    {
        refused.Note(CallerOf(bot), code);
        return Problem.WriteAsync(response, code);
    }

    private static RefusedCalls.Caller CallerOf(CallingBot bot) => new(null, bot.KeyId);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Debug, Message = "A request broke off or was malformed ({Status})")]
    private partial void LogBroken(int status);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "A call to the events API failed")]
    private partial void LogFault(Exception problem);
}
