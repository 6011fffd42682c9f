using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Max;

/// <summary>Kind <c>max</c> (channels.md section 4.2). The answer is exactly 200 whatever the content: after eight hours of anything else MAX unsubscribes the bot.</summary>
internal sealed class MaxKind(ReminderPresses presses) : BodyKind(presses)
{
    public static readonly string KindName = "max";
    public static readonly string SecretHeader = "X-Max-Bot-Api-Secret";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call) =>
        !HttpMethods.IsPost(call.Request.Method) ? HookReply.Refused("method")
        : call.Knows(call.Header(SecretHeader)) ? null
        : HookReply.Refused("bad-signature");

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) => Translate(null, text, receivedAt);

    protected override IReadOnlyList<ChannelEvent>? Translate(ChannelEndpoint? endpoint, ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } update && ChannelText.Of(update, "update_type") is { Length: > 0 }
            ? MaxTranslator.Translate(update, receivedAt, endpoint?.Member("BotToken"))
            : null;
}
