using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Telegram;

/// <summary>One update: its number and its one kind (channels.md section 1.4).</summary>
/// <param name="Kind">Name of the member that is not <c>update_id</c>; empty where there is none.</param>
internal sealed record TelegramUpdate(long Id, string Kind, JsonElement Content)
{
    /// <summary>Null where the bytes are no update: no JSON object, or no number.</summary>
    public static TelegramUpdate? Read(ReadOnlyMemory<byte> text)
    {
        if (ChannelText.Object(text) is not { } root || ChannelText.Number(root, "update_id") is not { } id || id < 0)
        {
            return null;
        }

        var kind = root.EnumerateObject().FirstOrDefault(member => !member.NameEquals("update_id"u8));
        return kind.Value.ValueKind == JsonValueKind.Undefined ? new TelegramUpdate(id, "", default) : new TelegramUpdate(id, kind.Name, kind.Value);
    }
}
