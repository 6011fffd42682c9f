using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Meta;

namespace AuditDashboard.Channels.Instagram;

/// <summary>Kind <c>instagram</c>: Direct, by Meta's webhooks; checked and signed as WhatsApp is.</summary>
internal sealed class InstagramKind(ReminderPresses presses) : BodyKind(presses)
{
    public override string Name => "instagram";

    public override HookReply? Admit(HookCall call) => MetaAdmission.Judge(call);

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) => InstagramTranslator.Translate(text, receivedAt);
}
