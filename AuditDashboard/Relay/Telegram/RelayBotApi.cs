using AuditDashboard.Channels;
using AuditDashboard.Ingestion;
using AuditDashboard.Relay.Passing;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Relay.Telegram;

/// <summary>
/// <c>ANY /relay/telegram/bot&lt;token&gt;/&lt;method&gt;</c>: passes a bot's calls on to the Bot API of the endpoint with this token, and gives the
/// answers back unchanged. What was said to a client is stored before the bot hears that it was sent. What cannot be stored is relayed all the same and
/// waits in memory. A message on its way is followed to its end even when the bot hangs up: Telegram would deliver it just the same.
/// </summary>
internal sealed class RelayBotApi(
    ITelegramBots bots, Upstream upstream, TellBotCall tell, RefusedCalls refused, IOptions<TelegramRelayOptions> options, TimeProvider time)
{
    // Not bot{token}: the framework looks for the last "bot" of the segment, and a token may contain one.
    public static readonly string Route = "/relay/telegram/{bot}/{**method}";
    public static readonly string FileRoute = "/relay/telegram/file/{bot}/{**path}";

    private const string Prefix = "/relay/telegram";
    private const int MostFieldBytes = 256 * 1024;
    private const int MostAnswerBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan RestWithin = TimeSpan.FromSeconds(5);

    public Task CallAsync(HttpContext context)
    {
        var method = context.Request.RouteValues["method"] as string ?? "";
        return AdmitAsync(context, method[(method.LastIndexOf('/') + 1)..]);
    }

    public Task DownloadAsync(HttpContext context) => AdmitAsync(context, "");

    private Task AdmitAsync(HttpContext context, string method)
    {
        var segment = (string)context.Request.RouteValues["bot"]!;
        if (segment.StartsWith("bot", StringComparison.Ordinal) && bots.Find(segment["bot".Length..]) is { } bot)
        {
            return RelayAsync(context, bot, method, !bot.IsPaused && bots.IsLogged(method));
        }

        refused.Note(RefusedCalls.Caller.UnknownEndpoint, "unauthorized");
        return BotApiError.WriteAsync(context.Response, StatusCodes.Status401Unauthorized, BotApiError.Of(StatusCodes.Status401Unauthorized, "Unauthorized"));
    }

    private async Task RelayAsync(HttpContext context, TelegramBot bot, string method, bool isLogged)
    {
        var isPoll = string.Equals(method, "getUpdates", StringComparison.OrdinalIgnoreCase);
        using var quiet = new Quiet(TimeSpan.FromSeconds(options.Value.QuietSeconds), time, isLogged && !isPoll ? CancellationToken.None : context.RequestAborted);
        var said = new Glimpse(isLogged ? MostFieldBytes : 0);
        try
        {
            using var answer = await upstream.SendAsync(context.Request, Target(bot, context.Request), said, quiet);
            if (!isLogged)
            {
                await PassBack.StreamAsync(answer, context.Response, _ => { }, quiet);
                return;
            }

            var held = await PassBack.HoldAsync(answer, MostAnswerBytes, quiet);
            await tell.HandleAsync(bot, method, context.Request, said, (int)answer.StatusCode, held.IsWhole ? Unpacked.Of(held.Bytes, answer) : null);
            await PassBack.ReleaseAsync(answer, held, context.Response, quiet);
        }
        catch (Exception problem) when (PassFailures.Of(problem, quiet, context) is { } failure)
        {
            await FailAsync(context, bot, method, isLogged ? said : null, failure);
        }
    }

    /// <summary>Without us the bot would see a broken connection; it sees a 5xx, which its library tries again or reports alike.</summary>
    private async Task FailAsync(HttpContext context, TelegramBot bot, string method, Glimpse? said, PassFailure failure)
    {
        tell.NoteFailure(bot, method, failure);
        if (failure is PassFailure.CallerGone || context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        var (status, words) = failure is PassFailure.Late
            ? (StatusCodes.Status504GatewayTimeout, "Gateway Timeout: the Bot API does not answer")
            : (StatusCodes.Status502BadGateway, "Bad Gateway: the Bot API could not be reached");
        var error = BotApiError.Of(status, words);
        if (said is not null)
        {
            using var patience = new CancellationTokenSource(RestWithin, time);
            await said.ReadRestAsync(context.Request.Body, patience.Token);
            await tell.HandleAsync(bot, method, context.Request, said, status, error);
        }

        await BotApiError.WriteAsync(context.Response, status, error);
    }

    private static Uri Target(TelegramBot bot, HttpRequest request) =>
        new(bot.ApiBase + new PathString(request.Path.Value![Prefix.Length..]).ToUriComponent() + request.QueryString.Value);
}
