using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Sending;

/// <summary>Reads what is due, with everything that decides about it.</summary>
internal sealed class DueReminders(IDbContextFactory<AuditDbContext> databases, IClients clients, ReminderRules rules, FollowUpMatters followUps, TimeProvider time)
{
    public async Task<List<DueReminder>> ListAsync(int most, IReadOnlyList<SendingEndpoint> endpoints, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await followUps.RaiseAsync(db, cancel);
        var rows = await db.Set<ReminderRow>().AsNoTracking().Where(row => row.State == ReminderStates.Planned && row.NextAt <= now)
            .OrderBy(row => row.NextAt).ThenBy(row => row.AppointmentKey).Take(most).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var keys = rows.ConvertAll(row => row.AppointmentKey);
        var appointments = await db.Set<AppointmentRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, cancel);
        var matters = await db.Set<FollowUpRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, cancel);
        List<DueReminder> due = new(rows.Count);
        foreach (var row in rows)
        {
            if (matters.TryGetValue(row.AppointmentKey, out var matter))
            {
                due.Add(await LookAsync(db, row, matter, endpoints, now, cancel));
                continue;
            }

            var appointment = appointments.GetValueOrDefault(row.AppointmentKey);
            var (verdict, at) = ReminderJudge.Of(row, appointment, rules.Quiet, now);
            due.Add(verdict == ReminderVerdict.Send
                ? await AimAsync(db, new DueReminder(row, appointment, verdict, at, null, null), endpoints, cancel)
                : new DueReminder(row, appointment, verdict, at, null, null));
        }

        return due;
    }

    private async Task<DueReminder> LookAsync(AuditDbContext db, ReminderRow row, FollowUpRow matter, IReadOnlyList<SendingEndpoint> endpoints, DateTimeOffset now, CancellationToken cancel)
    {
        var (verdict, at, code) = followUps.Judge(row, matter, now);
        var item = new DueReminder(row, followUps.Dress(matter), verdict, at, null, null) { Code = code, FollowUp = matter };
        return verdict == ReminderVerdict.Send ? await RungAsync(db, item, await followUps.EndpointsAsync(db, row, endpoints, cancel), cancel) : item;
    }

    private async Task<DueReminder> AimAsync(AuditDbContext db, DueReminder due, IReadOnlyList<SendingEndpoint> endpoints, CancellationToken cancel)
    {
        var row = due.Row;
        if (due.At - row.NextAt > ReminderJudge.Prompt && await db.Set<ReminderRow>().AnyAsync(
            other => other.AppointmentKey == row.AppointmentKey && other.Version == row.Version && other.State == ReminderStates.Planned && other.NextAt <= due.At && other.DueAt > row.DueAt, cancel))
        {
            return due with { Verdict = ReminderVerdict.Void, Code = ReminderCodes.Overtaken };
        }

        return await RungAsync(db, due, endpoints, cancel);
    }

    private async Task<DueReminder> RungAsync(AuditDbContext db, DueReminder due, IReadOnlyList<SendingEndpoint> endpoints, CancellationToken cancel)
    {
        var (appointment, row) = (due.Appointment!, due.Row);
        var contacts = appointment.ClientId is { } client ? await clients.ContactsAsync(client, cancel) : null;
        var addresses = contacts?.Addresses ?? (appointment.ClientAddress is { } address ? [address] : []);
        var reaches = await db.Set<ReachRow>().AsNoTracking().Where(reach => addresses.Contains(reach.Address)).ToListAsync(cancel);
        return due with
        {
            Rung = ReminderLadder.Next(row, addresses, reaches, endpoints, rules.ChannelOrder, appointment.Bot, appointment.Branch),
            ClientName = contacts?.Name ?? appointment.ClientName,
        };
    }
}
