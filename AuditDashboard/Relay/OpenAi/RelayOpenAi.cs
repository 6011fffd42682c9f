using AuditDashboard.Access;
using AuditDashboard.Ingestion;
using AuditDashboard.Relay.Passing;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>
/// <c>ANY /relay/openai/v1/…</c>, or <c>/relay/openai/&lt;key&gt;/v1/…</c>: passes calls on to the service with the bot's own key, which is never kept, and
/// logs chat completions and responses as <c>llm.called</c>; all other paths pass unlogged. A stream goes through piece by piece; a whole answer goes
/// back once it is stored. Whoever hangs up ends the call of the service too, and that is logged as such.
/// </summary>
internal sealed class RelayOpenAi(
    IApiKeys keys, Upstream upstream, TellModelCall tell, RefusedCalls refused, IOptions<OpenAiRelayOptions> options, TimeProvider time)
{
    public static readonly string Route = "/relay/openai/v1/{**rest}";
    public static readonly string KeyRoute = "/relay/openai/{key}/v1/{**rest}";

    private const int MostRequestBytes = 1024 * 1024;
    private const int MostAnswerBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan RestWithin = TimeSpan.FromSeconds(5);

    public async Task HandleAsync(HttpContext context)
    {
        var bot = OpenAiCaller.Find(context.Request, keys);
        if (bot?.Scopes.Contains("ingest") == true)
        {
            await RelayAsync(context, bot);
            return;
        }

        refused.Note(bot is null ? RefusedCalls.Caller.UnknownKey : new RefusedCalls.Caller(null, bot.KeyId), bot is null ? "unauthorized" : "scope");
        var (status, code, words) = bot is null
            ? (StatusCodes.Status401Unauthorized, "invalid_api_key", "The AuditDashboard key is missing or wrong: send it in x-audit-key, or in the address before /v1.")
            : (StatusCodes.Status403Forbidden, "insufficient_scope", "The AuditDashboard key lacks the scope ingest.");
        await OpenAiError.WriteAsync(context.Response, status, code, words);
    }

    private async Task RelayAsync(HttpContext context, CallingBot bot)
    {
        var path = PathOf(context.Request);
        var watch = Operation(context.Request.Method, path) is { } operation ? new CallWatch(operation, time) : null;
        var said = new Glimpse(watch is null ? 0 : MostRequestBytes);
        using var quiet = new Quiet(TimeSpan.FromSeconds(options.Value.QuietSeconds), time, context.RequestAborted);
        PassFailure? failed = null;
        try
        {
            var target = new Uri(options.Value.Root + new PathString(path).ToUriComponent() + context.Request.QueryString.Value);
            using var answer = await upstream.SendAsync(context.Request, target, said, quiet, OpenAiCaller.Headers);
            if (watch is null || answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            {
                await StreamAsync(answer, context.Response, watch, quiet);
            }
            else
            {
                await HoldAsync(answer, context, bot, watch, said, quiet);
                return;
            }
        }
        catch (Exception problem) when (PassFailures.Of(problem, quiet, context) is { } failure)
        {
            failed = failure;
            await FailAsync(context, failure, said);
        }

        if (watch is not null)
        {
            await tell.HandleAsync(bot, context.Request, watch, said, failed);
        }
    }

    private static async Task StreamAsync(HttpResponseMessage answer, HttpResponse response, CallWatch? watch, Quiet quiet)
    {
        watch?.Status = (int)answer.StatusCode;
        var isPacked = answer.Content.Headers.ContentEncoding.Count > 0;
        try
        {
            await PassBack.StreamAsync(answer, response, piece => watch?.SeePiece(piece, isPacked), quiet);
        }
        finally
        {
            watch?.EndStream(answer);
        }
    }

    private async Task HoldAsync(HttpResponseMessage answer, HttpContext context, CallingBot bot, CallWatch watch, Glimpse said, Quiet quiet)
    {
        watch.Status = (int)answer.StatusCode;
        var held = await PassBack.HoldAsync(answer, MostAnswerBytes, quiet);
        watch.SeeWhole(Unpacked.Of(held.Bytes, answer));
        await tell.HandleAsync(bot, context.Request, watch, said, null);
        await PassBack.ReleaseAsync(answer, held, context.Response, quiet);
    }

    private async Task FailAsync(HttpContext context, PassFailure failure, Glimpse said)
    {
        if (failure is PassFailure.CallerGone || context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        using var patience = new CancellationTokenSource(RestWithin, time);
        await said.ReadRestAsync(context.Request.Body, patience.Token);
        var (status, code, words) = failure is PassFailure.Late
            ? (StatusCodes.Status504GatewayTimeout, "upstream_late", "The model's service does not answer.")
            : (StatusCodes.Status502BadGateway, "upstream_unreachable", "The model's service could not be reached.");
        await OpenAiError.WriteAsync(context.Response, status, code, words);
    }

    /// <summary>The path as the service knows it: <c>/v1/…</c>.</summary>
    private static string PathOf(HttpRequest request)
    {
        var path = request.Path.Value!.TrimEnd('/') + "/";
        return path[path.IndexOf("/v1/", StringComparison.OrdinalIgnoreCase)..].TrimEnd('/');
    }

    private static string? Operation(string method, string path) => !HttpMethods.IsPost(method) ? null : path.ToLowerInvariant() switch
    {
        "/v1/chat/completions" => "chat",
        "/v1/responses" => "responses",
        _ => null,
    };
}
