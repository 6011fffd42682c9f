using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Exports;

/// <summary>A row without phones, wherever in it they stand: the client's own, an address that is a number, a number inside a message or in <c>data</c>.</summary>
internal static class MaskedLine
{
    public static StoredEvent Of(StoredEvent stored) => stored.Content is not { } content
        ? stored
        : stored with
        {
            Content = content with
            {
                Session = Covered(content.Session),
                Text = MaskedPhones.In(content.Text),
                Client = Of(content.Client),
                Transcript = content.Transcript is { } said ? said with { Text = MaskedPhones.In(said.Text) } : null,
                SourceJson = MaskedJson.Of(content.SourceJson),
                DataJson = MaskedJson.Of(content.DataJson),
            },
        };

    public static SessionSummary Of(SessionSummary session) => session with
    {
        Key = Covered(session.Key),
        ClientName = MaskedPhones.In(session.ClientName),
        ClientAddress = session.ClientAddress is { } address ? Covered(address) : null,
        Phone = session.Phone is { } phone ? PhoneMask.Of(phone) : null,
        LastText = MaskedPhones.In(session.LastText),
    };

    public static BookingLine Of(BookingLine booking) => booking with { Client = Of(booking.Client) };

    private static EventContent.ClientPart? Of(EventContent.ClientPart? client) => client is null
        ? null
        : new EventContent.ClientPart(
            Covered(client.Id), MaskedPhones.In(client.Name), client.Phone is { } phone ? PhoneMask.Of(Phones.Normalize(phone) ?? phone) : null);

    private static string? Covered(string? address) => address is null ? null : MaskedPhones.In(AddressMask.Of(address));
}
