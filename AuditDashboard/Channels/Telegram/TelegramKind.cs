using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Telegram;

/// <summary>Kind <c>telegram</c>: Bot API updates. Whatever the content, the answer is 200, or Telegram would hold back the whole chat for a day.</summary>
internal sealed class TelegramKind(ReminderPresses presses) : BodyKind(presses)
{
    public static readonly string KindName = "telegram";
    public static readonly string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : call.Knows(call.Header(SecretHeader)) ? null
        : HookReply.Refused("bad-signature");

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        TelegramUpdate.Read(text) is { } update ? TelegramTranslator.Translate(update, receivedAt) : null;
}
