using System.Text.Json;

namespace AuditDashboard.Channels.Max;

/// <summary>What <c>POST /subscriptions</c> of MAX takes (channels.md section 4.2): our address, the secret, and the kinds of updates that mean something here.</summary>
internal static class MaxSubscription
{
    private static readonly string[] Types =
    [
        "message_created", "message_edited", "message_removed", "message_callback", "bot_started", "bot_stopped", "dialog_removed",
    ];

    public static string Json(string address, string secret) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["url"] = address, ["update_types"] = Types, ["secret"] = secret });
}
