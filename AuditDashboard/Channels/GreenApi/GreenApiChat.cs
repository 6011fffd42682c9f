using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>Which messenger a notice is about, and which client in it.</summary>
/// <param name="Channel">The messenger's own channel, never "greenapi": an id with a suffix is WhatsApp's, a bare one is of the instance's type.</param>
/// <param name="Id">As GREEN-API writes it: <c>79000000501@c.us</c>, <c>10000000</c>.</param>
/// <param name="Address">The client's; null where the chat is a group, a channel or nobody's.</param>
/// <param name="Phone">The account's own number, E.164; the messenger vouches for it.</param>
internal sealed record GreenApiChat(string Channel, string? Id, string? Address, string? Phone)
{
    /// <summary>True for a chat that is there and not with one client.</summary>
    public bool IsGroup => Id is not null && Address is null;

    /// <param name="isIncoming">In a message of the client the sender's number is the client's; in one of ours it may be the salon's.</param>
    public static GreenApiChat Of(JsonElement root, bool isIncoming)
    {
        var sender = ChannelText.Part(root, "senderData");
        var id = ChannelParts.Id(sender, "chatId") ?? ChannelParts.Id(root, "chatId") ?? ChannelParts.Id(root, "from");
        var phone = isIncoming ? ChannelParts.Phone(ChannelParts.Id(sender, "senderPhoneNumber")) : null;
        var at = id?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (id is not null && at >= 0)
        {
            return WhatsApp(id, id[..at], id[at..], phone);
        }

        var (channel, prefix) = ChannelText.Of(ChannelText.Part(root, "instanceData"), "typeInstance") switch
        {
            "v3" => ("max", "max"),
            "telegram" => ("telegram", "tg"),
            _ => ("whatsapp", "wa"),
        };
        return new GreenApiChat(channel, id, id is null || id[0] == '-' ? null : $"{prefix}:{id}", phone);
    }

    private static GreenApiChat WhatsApp(string id, string number, string suffix, string? phone)
    {
        phone = suffix is "@c.us" or "@s.whatsapp.net" ? ChannelParts.Phone(number) : phone;
        var address = phone is not null ? "wa:" + phone[1..]
            // WhatsApp hides some numbers behind an opaque id, which must not be taken for a phone.
            : suffix is "@lid" or "@c.us" or "@s.whatsapp.net" ? "wa:" + id
            : null;
        return suffix is "@g.us" or "@broadcast" or "@newsletter" ? new GreenApiChat("whatsapp", id, null, null) : new GreenApiChat("whatsapp", id, address, phone);
    }
}
