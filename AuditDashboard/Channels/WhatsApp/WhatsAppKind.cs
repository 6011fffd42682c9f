using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Meta;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>Kind <c>whatsapp</c>: the Business Cloud API. Anything but 200 is repeated for up to seven days.</summary>
internal sealed class WhatsAppKind(ReminderPresses presses) : BodyKind(presses)
{
    public override string Name => "whatsapp";

    public override HookReply? Admit(HookCall call) => MetaAdmission.Judge(call);

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) => WhatsAppTranslator.Translate(text, receivedAt);
}
