using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Vk;

/// <summary>
/// Kind <c>vk</c>: Callback API (channels.md section 5). The secret stands in the body, the answer is exactly <c>ok</c>: anything else makes VK repeat and
/// at last switch the server off.
/// </summary>
internal sealed class VkKind(ReminderPresses presses) : BodyKind(presses)
{
    public static readonly string KindName = "vk";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call)
    {
        if (!HttpMethods.IsPost(call.Request.Method))
        {
            return HookReply.Refused("method");
        }

        var body = ChannelText.Object(call.Text) ?? default;
        if (IsOfAnotherGroup(call, body))
        {
            return HookReply.Refused("forbidden");
        }

        if (ChannelText.Of(body, "type") == "confirmation")
        {
            return call.Endpoint.Member("ConfirmationCode") is { } code ? HookReply.Exactly(code) : HookReply.Refused("forbidden");
        }

        return call.Knows(VkSecret.Find(call.Text.Span)) ? null : HookReply.Refused("forbidden");
    }

    public override HookReply Answer(HookOutcome outcome) => HookReply.Exactly("ok");

    protected override ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> text) => VkSecret.Cover(text);

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } body && ChannelText.Of(body, "type") is { Length: > 0 } ? VkTranslator.Translate(body, receivedAt) : null;

    private static bool IsOfAnotherGroup(HookCall call, JsonElement body) =>
        call.Endpoint.Member("GroupId") is { } ours && ChannelText.Word(body, "group_id") is { } theirs && ours != theirs;
}
