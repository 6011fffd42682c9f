using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Telegram;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.BotApi;

internal sealed class TelegramBots(IChannelEndpoints endpoints, TelegramKind kind) : ITelegramBots
{
    private const string Envelope = "botapi";

    public TelegramBot? Find(string token)
    {
        TelegramBot? found = null;
        foreach (var endpoint in endpoints.All)
        {
            if (endpoint.Kind == TelegramKind.KindName && Secrets.Same(token, endpoint.Member("BotToken")))
            {
                found ??= new TelegramBot(new Sender(endpoint.Bot, endpoint.Branch, endpoint.Id), ServiceAddress.Of(endpoint), endpoint.IsPaused);
            }
        }

        return found;
    }

    public bool IsLogged(string method) => BotApiDeeds.Of(method) is not BotApiDeed.None;

    public async ValueTask<IReadOnlyList<OfferedEvent>> TellAsync(TelegramBot bot, BotApiCall call, CancellationToken cancel)
    {
        if (BotApiDeeds.Of(call.Method) is BotApiDeed.Updates)
        {
            return await UpdatesAsync(bot, call, cancel);
        }

        return
        [
            .. BotApiTranslator.Translate(call).Select(happened => new OfferedEvent(ChannelLimits.Fit(happened).ToJson(), Envelope) { Raw = happened.Piece, RepeatsMayDiffer = true }),
        ];
    }

    /// <summary>Each update as the webhook would take it, under the same id: a bot that changes from one to the other tells nothing twice.</summary>
    private async ValueTask<IReadOnlyList<OfferedEvent>> UpdatesAsync(TelegramBot bot, BotApiCall call, CancellationToken cancel)
    {
        List<OfferedEvent> events = [];
        foreach (var update in ChannelText.Object(call.Answer) is { } answer ? ChannelParts.List(answer, "result") : [])
        {
            var body = new IReadAgain.Body(kind.Name, bot.Sender.Bot, null, ChannelParts.Raw(update), call.At);
            events.AddRange(await kind.ReadAsync(body, cancel) ?? []);
        }

        return events;
    }
}
