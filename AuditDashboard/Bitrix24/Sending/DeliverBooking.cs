using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Our booking in the portal's online booking (bitrix24.md section 6), where the owner named the resource that it takes.</summary>
internal sealed class DeliverBooking(Courier courier, IDbContextFactory<AuditDbContext> databases, SalonClock clock) : IDeliver
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(1);

    public string Kind => Deliveries.Booking;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        if (delivery.Portal.Settings.BookingResource is not { } resource || delivery.Content?.Booking is not { } booking || !delivery.Portal.Facts.HasBooking)
        {
            return Delivered.Nothing;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.Set<BookingLinkRow>().SingleOrDefaultAsync(row => row.Bot == delivery.Link.Bot && row.BookingId == booking.Id, cancel);
        var ended = await TellAsync(delivery, booking, resource, known?.PortalId, cancel);
        if (ended.End == DeliveryEnd.Done && known is not null)
        {
            known.PortalId = ended.PortalId;
            await db.SaveChangesAsync(cancel);
        }

        return ended;
    }

    private async Task<Delivered> TellAsync(Delivery delivery, EventContent.BookingPart booking, long resource, long? known, CancellationToken cancel)
    {
        var type = delivery.Row.EventType;
        if (type is "booking.declined" or "booking.cancelled")
        {
            return known is not { } gone ? Delivered.Nothing
                : Ended(await courier.WriteAsync(delivery, "booking.v1.booking.delete", new JsonObject { ["id"] = gone }, cancel), null);
        }

        if (booking.Start is not { } start)
        {
            return Delivered.Nothing;
        }

        var fields = Fields(delivery, booking, resource, start);
        if (known is { } id)
        {
            return Ended(await courier.WriteAsync(delivery, "booking.v1.booking.update", new JsonObject { ["id"] = id, ["fields"] = fields }, cancel), id);
        }

        if (delivery.IsUnknown)
        {
            var (failed, found) = await LookAsync(delivery, start, cancel);
            if (failed is not null || found > 0 || !delivery.IsSurelyAbsent)
            {
                return failed ?? (found > 0 ? Delivered.Done(found) : Delivered.NotThereYet);
            }
        }

        return Delivered.Wrote(await courier.WriteAsync(delivery, "booking.v1.booking.add", new JsonObject { ["fields"] = fields }, cancel), done => done.Result.Member("id").Id());
    }

    private async Task<(Delivered? Failed, long Found)> LookAsync(Delivery delivery, DateTimeOffset start, CancellationToken cancel)
    {
        var moment = start.ToUnixTimeSeconds();
        var within = new JsonObject { ["within"] = new JsonObject { ["dateFrom"] = moment - 1, ["dateTo"] = moment + 1 } };
        var answer = await courier.ReadAsync(delivery, "booking.v1.booking.list", new JsonObject { ["filter"] = within, ["order"] = new JsonObject { ["id"] = "ASC" } }, cancel);
        var found = answer.Result.Member("booking").Items().FirstOrDefault(item => item.Member("description").Text().Contains(LogWords.Marker(delivery), StringComparison.Ordinal));
        return (answer.IsOk ? null : Delivered.ReadFailed(answer), found.Member("id").Id());
    }

    private JsonObject Fields(Delivery delivery, EventContent.BookingPart booking, long resource, DateTimeOffset start) => new()
    {
        ["resourceIds"] = new JsonArray(resource), ["name"] = booking.Service ?? CrmWords.Get("Booking"),
        ["description"] = string.Join("\n", new[] { booking.Staff, LogWords.Marker(delivery) }.OfType<string>()),
        ["datePeriod"] = new JsonObject { ["from"] = Moment(start), ["to"] = Moment(booking.End ?? start + UsualLength) },
    };

    private JsonObject Moment(DateTimeOffset moment) => new() { ["timestamp"] = moment.ToUnixTimeSeconds(), ["timezone"] = clock.Zone.Id };

    private static Delivered Ended(BitrixAnswer answer, long? id) =>
        answer.Kind == AnswerKind.NotFound ? Delivered.Nothing : Delivered.Wrote(answer, _ => id);
}
