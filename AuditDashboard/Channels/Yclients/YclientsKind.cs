using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Yclients;

/// <summary>
/// Kind <c>yclients</c> (channels.md section 7.1): nothing is signed, so the last part of the path is the secret. A body is stored as it came; what it
/// changes is found against the record's last state by <see cref="YclientsStep"/>, in the same transaction.
/// </summary>
internal sealed class YclientsKind(ReminderPresses presses) : BodyKind(presses)
{
    public static readonly string KindName = "yclients";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call)
    {
        if (!HttpMethods.IsPost(call.Request.Method))
        {
            return HookReply.Refused("method");
        }

        return call.Knows(call.Rest.Split('/')[^1]) && !IsOfAnotherCompany(call) ? null : HookReply.Refused("bad-signature");
    }

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } body && ChannelText.Of(body, "resource") is { Length: > 0 } ? [YclientsTranslator.Translate(body, receivedAt)] : null;

    private static bool IsOfAnotherCompany(HookCall call) =>
        call.Endpoint.Member("CompanyId") is { } ours && ChannelText.Object(call.Text) is { } body
        && ChannelText.Word(body, "company_id") is { } theirs && ours != theirs;
}
