using System.Text.Unicode;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Telegram;

/// <summary>Kind <c>telegram</c>: Bot API updates. Whatever the content, the answer is 200, or Telegram would hold back the whole chat for a day.</summary>
internal sealed class TelegramKind(IBookings bookings) : IChannelKind, IReadAgain
{
    public static readonly string KindName = "telegram";
    public static readonly string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    public string Name => KindName;

    public HookReply? Admit(HookCall call)
    {
        if (!HttpMethods.IsPost(call.Request.Method))
        {
            return HookReply.Refused("method");
        }

        var offered = call.Header(SecretHeader);
        var isTheirs = false;
        foreach (var secret in call.Endpoint.Secrets(call.ReceivedAt))
        {
            isTheirs |= Secrets.Same(offered, secret);
        }

        return isTheirs ? null : HookReply.Refused("bad-signature");
    }

    public async ValueTask<Translation> TranslateAsync(HookCall call, CancellationToken cancel) =>
        await TranslateAsync(call.Endpoint.Bot, call.Text, call.ReceivedAt, cancel) is { } events ? new Translation(events) : Translation.NotRead("json");

    public HookReply Answer(HookOutcome outcome) => HookReply.Empty;

    public bool Reads(string envelope) => envelope == KindName;

    public ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(IReadAgain.Body body, CancellationToken cancel) =>
        TranslateAsync(body.Bot, body.Bytes, body.ReceivedAt, cancel);

    private async ValueTask<IReadOnlyList<OfferedEvent>?> TranslateAsync(string bot, ReadOnlyMemory<byte> text, DateTimeOffset receivedAt, CancellationToken cancel)
    {
        if (!Utf8.IsValid(text.Span) || TelegramUpdate.Read(text) is not { } update)
        {
            return null;
        }

        var events = TelegramTranslator.Translate(update, receivedAt, await IsTheirsAsync(bot, update, cancel));
        return [.. events.Select((happened, i) => new OfferedEvent(happened.ToJson(), KindName)
        {
            Raw = i == 0 ? text : default, Original = text, RepeatsMayDiffer = true,
        })];
    }

    private async ValueTask<bool> IsTheirsAsync(string bot, TelegramUpdate update, CancellationToken cancel)
    {
        if (update.Kind != "callback_query" || ReminderButton.Parse(ChannelText.Of(update.Content, "data")) is not { } button)
        {
            return false;
        }

        var owner = await bookings.OwnerAsync(bot, button.BookingId, cancel);
        return owner is not null && (owner.ClientAddress is null || owner.ClientAddress == TelegramPerson.Address(ChannelText.Part(update.Content, "from")));
    }
}
