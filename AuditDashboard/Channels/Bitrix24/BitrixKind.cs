using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Channels.Bitrix24;

/// <summary>
/// Kind <c>bitrix24</c>: outgoing webhooks of a portal (bitrix24.md section 9). A form with <c>auth[application_token]</c>, sent once and never repeated;
/// it says that something may have changed and never what. Tokens are left out of what the log keeps.
/// </summary>
internal sealed class BitrixKind(ReminderPresses presses, IOptions<BitrixHookOptions> options) : BodyKind(presses)
{
    public static readonly string KindName = "bitrix24";
    public static readonly string TokenField = "auth[application_token]";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : Secrets.Same(FormBody.Read(call.Text).Text(TokenField), call.Endpoint.Member("ApplicationToken") ?? options.Value.ApplicationToken) ? null
        : HookReply.Refused("bad-signature");

    protected override ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> text) => BitrixForm.ToJson(FormBody.Read(text));

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } notice ? [BitrixTranslator.Translate(notice, receivedAt)] : null;
}
