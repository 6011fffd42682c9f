using System.Globalization;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Appointments;

/// <summary>Keeps the appointments of a booking's id in step with everything that was ever said about it.</summary>
internal sealed class AppointmentBook(WriteConnection store, SalonZones zones)
{
    private readonly RowTable<AppointmentRow> _appointments = store.Table<AppointmentRow>();
    private readonly RowSearch<AppointmentRow> _byBooking = store.Table<AppointmentRow>().Search([nameof(AppointmentRow.BookingId)]);
    private readonly RowTable<AppointmentDeedRow> _deeds = store.Table<AppointmentDeedRow>();
    private readonly RowSearch<AppointmentDeedRow> _deedsOf = store.Table<AppointmentDeedRow>().Search([nameof(AppointmentDeedRow.BookingId)]);

    /// <param name="isSilent">What is told must make us write to nobody.</param>
    /// <returns>The bookings behind the id, as they are now.</returns>
    public IReadOnlyList<AppointmentRow> Note(AppointmentDeedRow deed, bool isSilent)
    {
        _deeds.Upsert(deed);
        var deeds = _deedsOf.List(deed.BookingId);
        var known = _byBooking.List(deed.BookingId);
        List<AppointmentRow> rows = [];
        foreach (var line in BookingLines.Of(deeds.ConvertAll(row => row.Deed())))
        {
            // A single booking stays what it was when its maker is heard of only now: what was sent about it was sent about it.
            var row = known.Find(other => other.Bot == line.Bot) ?? known.Find(other => !rows.Contains(other)) ?? new AppointmentRow { Key = BookingLine.KeyOf(line.Bot, line.Id) };
            Take(row, line, deeds);
            row.IsSilent |= isSilent;
            _appointments.Upsert(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A zone that was changed in the settings counts for what was planned before.</summary>
    public void Move(AppointmentRow row)
    {
        if (ZoneOf(row.Branch).Id != row.Zone)
        {
            ReadClock(row);
            _appointments.Upsert(row);
        }
    }

    private void Take(AppointmentRow row, BookingLine line, List<AppointmentDeedRow> deeds)
    {
        var isMoved = row.Wall.Length == 0 || row.StartAt != line.Start || row.Branch != line.Branch;
        (row.Bot, row.BookingId, row.RootId, row.Branch) = (line.Bot, line.Id, line.RootId, line.Branch);
        (row.ClientId, row.ClientAddress, row.ClientName) = (line.ClientId, line.Client?.Id, line.Client?.Name);
        (row.Channel, row.Service, row.Staff) = (line.Channel, line.Service, line.Staff);
        (row.StartAt, row.EndAt, row.CreatedAt) = (line.Start, line.End, line.CreatedAt);
        (row.Plan, row.Fact, row.Moves) = (line.Plan, line.Fact, line.Moves);
        var said = AppointmentSaid.Of(deeds);
        (row.MovedFrom, row.AnsweredAt, row.WantsMove, row.Conflict) = (said.MovedFrom, said.AnsweredAt, said.WantsMove, said.Conflict);
        row.SourceEndpoint = deeds.Find(deed => deed.Channel == AppointmentSaid.BookingSystem && deed.Endpoint is not null)?.Endpoint;
        if (isMoved)
        {
            ReadClock(row);
        }
    }

    private void ReadClock(AppointmentRow row)
    {
        var zone = ZoneOf(row.Branch);
        (row.Zone, row.Wall) = (zone.Id, TimeZoneInfo.ConvertTime(row.StartAt, zone).DateTime.ToString("s", CultureInfo.InvariantCulture));
    }

    private TimeZoneInfo ZoneOf(string? branch) => branch is not null && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization;
}
