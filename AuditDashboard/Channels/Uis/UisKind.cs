using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Uis;

/// <summary>
/// Kind <c>uis</c> (UIS, CoMagic, Novofon; channels.md section 8.2): the salon builds the notification in its cabinet from <see cref="UisTemplate"/>; the
/// last part of the path is the secret. A body that is no JSON is kept and answered 400, so that whoever is building it sees that.
/// </summary>
internal sealed class UisKind(ReminderPresses presses, SalonZones zones) : BodyKind(presses)
{
    public static readonly string KindName = "uis";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : call.Knows(call.Rest.Split('/')[^1]) ? null
        : HookReply.Refused("bad-signature");

    public override HookReply Answer(HookOutcome outcome) => outcome.Unreadable is { } code ? HookReply.Refused(code) : HookReply.Empty;

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) => Translate(null, text, receivedAt);

    protected override IReadOnlyList<ChannelEvent>? Translate(ChannelEndpoint? endpoint, ReadOnlyMemory<byte> text, DateTimeOffset receivedAt)
    {
        var zone = endpoint?.Branch is { } branch && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization;
        return ChannelText.Object(text) is { } notice ? [UisTranslator.Translate(notice, receivedAt, zone)] : null;
    }
}
