using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Yclients;

/// <summary>Whose record it is. Sent as null or an empty list where nobody is named.</summary>
internal sealed record YclientsClient(string? Address, string? Name, string? Phone)
{
    public static YclientsClient? Read(JsonElement client)
    {
        var phone = ChannelPhone.E164(ChannelText.Of(client, "phone"));
        var address = ChannelText.Number(client, "id") is { } id and > 0 ? $"yc:{id}" : ChannelPhone.Address(phone);
        var name = ChannelText.Of(client, "display_name") is { Length: > 0 } shown ? shown : $"{ChannelText.Of(client, "name")} {ChannelText.Of(client, "surname")}".Trim();
        return address is null ? null : new YclientsClient(address, name.Length == 0 ? null : name, phone);
    }
}
