using System.Text.Json;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Storage;
using static AuditDashboard.Conversations.Api.EventJson;

namespace AuditDashboard.Conversations.Exports;

internal sealed class BookingExportLine(BookingLine booking) : IExportLine
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "rootId", "bot", "start", "end", "plan", "fact", "moves", "service", "staff", "price", "currency", "clientId", "clientExternalId", "clientName",
        "clientPhone", "channel", "branch", "createdAt",
    ];

    private string? Phone => booking.Client?.Phone is { } phone ? Phones.Normalize(phone) ?? phone : null;

    public void WriteCells(IExportCells cells)
    {
        cells.Text(booking.Id);
        cells.Text(booking.RootId);
        cells.Text(booking.Bot);
        cells.Moment(booking.Start);
        cells.Moment(booking.End);
        cells.Text(booking.Plan);
        cells.Text(booking.Fact);
        cells.Whole(booking.Moves);
        cells.Text(booking.Service);
        cells.Text(booking.Staff);
        cells.Money(booking.PriceKopecks);
        cells.Text(booking.Currency);
        cells.Text(booking.ClientId?.ToString());
        cells.Text(booking.Client?.Id);
        cells.Text(booking.Client?.Name);
        cells.Phone(Phone);
        cells.Text(booking.Channel);
        cells.Text(booking.Branch);
        cells.Moment(booking.CreatedAt);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, "id", booking.Id);
        Write(json, "rootId", booking.RootId);
        Write(json, "bot", booking.Bot);
        Write(json, "start", Utc(booking.Start));
        Write(json, "end", booking.End is { } end ? Utc(end) : null);
        Write(json, "plan", booking.Plan);
        json.WriteString("fact"u8, booking.Fact);
        json.WriteNumber("moves"u8, booking.Moves);
        Write(json, "service", booking.Service);
        Write(json, "staff", booking.Staff);
        if (booking.PriceKopecks is { } price)
        {
            json.WriteNumber("price"u8, price / 100m);
        }

        Write(json, "currency", booking.Currency);
        Write(json, "clientId", booking.ClientId?.ToString());
        json.WriteStartObject("client"u8);
        Write(json, "externalId", booking.Client?.Id);
        Write(json, "name", booking.Client?.Name);
        Write(json, "phone", Phone);
        json.WriteEndObject();
        Write(json, "channel", booking.Channel);
        Write(json, "branch", booking.Branch);
        Write(json, "createdAt", booking.CreatedAt is { } created ? Utc(created) : null);
        json.WriteEndObject();
    }
}
