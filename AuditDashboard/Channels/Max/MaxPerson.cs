using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Max;

/// <summary>Who and where in an update.</summary>
internal static class MaxPerson
{
    /// <summary>Only the word tells: the number of a dialog may be negative too.</summary>
    public static bool IsGroup(JsonElement message) => ChannelText.Of(ChannelText.Part(message, "recipient"), "chat_type") is "chat" or "channel";

    public static bool IsBot(JsonElement user) => user.ValueKind == JsonValueKind.Object && user.TryGetProperty("is_bot", out var flag) && flag.ValueKind == JsonValueKind.True;

    public static string? Address(long? userId) => userId is { } id and > 0 ? "max:" + id.ToString(CultureInfo.InvariantCulture) : null;

    public static string? Name(JsonElement user)
    {
        var name = ChannelText.Of(user, "name") is { Length: > 0 } whole ? whole : $"{ChannelText.Of(user, "first_name")} {ChannelText.Of(user, "last_name")}".Trim();
        return name.Length == 0 ? null : name;
    }
}
