using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>
/// Kind <c>wazzup</c>: a gateway to many messengers (channels.md section 6.2), by <c>Authorization: Bearer &lt;crmKey&gt;</c>. The test call made when the
/// address is entered is answered 200 like any other.
/// </summary>
internal sealed class WazzupKind(ReminderPresses presses) : BodyKind(presses)
{
    public override string Name => "wazzup";

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : AuthorizationHeader.HasBearer(call) ? null
        : HookReply.Refused("bad-signature");

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } root ? WazzupTranslator.Translate(root, receivedAt) : null;
}
