using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Vk;

/// <summary>Who and where: people have positive numbers, communities negative ones, talks of many begin at two milliards.</summary>
internal static class VkPerson
{
    private const long FirstTalk = 2_000_000_000;

    public static bool IsGroupTalk(JsonElement message) => ChannelText.Number(message, "peer_id") is > FirstTalk;

    /// <summary>The community speaks: its own answer comes back.</summary>
    public static bool IsFromGroup(JsonElement message) => ChannelText.Number(message, "from_id") is < 0 || ChannelText.Number(message, "out") == 1;

    public static string? Address(long? id) => id is { } person and > 0 and < FirstTalk ? "vk:" + person.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Numbers of messages count per talk; the one all participants see is the conversation's.</summary>
    public static string? MessageId(JsonElement message)
    {
        var number = ChannelText.Number(message, "conversation_message_id") ?? ChannelText.Number(message, "id");
        var peer = ChannelText.Number(message, "peer_id") ?? ChannelText.Number(message, "from_id");
        return number is null || peer is null ? null : string.Create(CultureInfo.InvariantCulture, $"vk:{peer}/{number}");
    }

    public static ChannelEvent Place(ChannelEvent plain, JsonElement message)
    {
        var answered = ChannelText.Part(message, "reply_message");
        return plain with
        {
            ClientId = Address(ChannelText.Number(message, "peer_id")) ?? Address(ChannelText.Number(message, "from_id")),
            ExternalId = MessageId(message), InReplyTo = answered.ValueKind == JsonValueKind.Object ? MessageId(answered) : null,
        };
    }
}
