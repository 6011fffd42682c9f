using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>
/// Kind <c>greenapi</c>: a gateway to WhatsApp, MAX and Telegram accounts (channels.md section 6.1). Its <c>webhookUrlToken</c> comes as
/// <c>Bearer</c>, or as <c>Basic</c> where the owner entered it so.
/// </summary>
internal sealed class GreenApiKind(ReminderPresses presses) : BodyKind(presses)
{
    public override string Name => "greenapi";

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : AuthorizationHeader.HasBearer(call) || AuthorizationHeader.HasBasic(call) || call.Knows(call.Header("Authorization")) ? null
        : HookReply.Refused("bad-signature");

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } root && ChannelText.Of(root, "typeWebhook") is { Length: > 0 } type ? GreenApiTranslator.Translate(root, type, receivedAt) : null;
}
