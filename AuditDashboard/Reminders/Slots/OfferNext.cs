using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Slots;

/// <summary>
/// The ladder of B6: where staff have begun to offer an hour and the last one asked has refused or let the minutes pass, the next one is asked. A sweep:
/// what is taken, past, filled or still waits for an answer is left alone, so it may run as often as it likes.
/// </summary>
internal sealed class OfferNext(IDbContextFactory<AuditDbContext> databases, WaitingList waiting, SendOffer sending, Pulse<AppointmentsChanged> changed, TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Refusals that are about this client alone.</summary>
    private static readonly HashSet<string> Personal = ["no_channel", "stopped", "again", "unsent"];

    /// <returns>True when somebody was asked.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var since = now - Memory;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var begun = (await db.Set<SlotOfferRow>().AsNoTracking().Where(row => row.OfferedAt > since).ToListAsync(cancel)).GroupBy(row => row.SlotKey);
        var asked = false;
        foreach (var slot in begun.Where(slot => !slot.Any(offer => offer.State == SlotOfferStates.Taken || IsWaitedFor(offer, now))))
        {
            asked |= await FreeAsync(db, slot.Key, now, cancel) is { } lost && await AskAsync(lost, [.. slot], cancel);
        }

        if (asked)
        {
            changed.Send(new AppointmentsChanged());
        }

        return asked;
    }

    private static bool IsWaitedFor(SlotOfferRow offer, DateTimeOffset now) => offer.State is "sending" or "offered" && offer.ExpiresAt > now;

    /// <summary>The booking that fell out, while its hour is free and far enough ahead.</summary>
    private static async Task<AppointmentRow?> FreeAsync(AuditDbContext db, string slot, DateTimeOffset now, CancellationToken cancel)
    {
        var key = slot[..slot.LastIndexOf('@')];
        if (await db.Set<AppointmentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel) is not { } lost || lost.StartAt <= now + FreedSlot.Useful)
        {
            return null;
        }

        var (from, to) = (lost.StartAt - Day, lost.StartAt + Day);
        var around = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.StartAt >= from && row.StartAt < to && row.Branch == lost.Branch && row.Staff == lost.Staff).ToListAsync(cancel);
        return FreedSlot.Of(around).Any(free => free.Key == slot && free.Filler is null) ? lost : null;
    }

    private async Task<bool> AskAsync(AppointmentRow lost, List<SlotOfferRow> known, CancellationToken cancel)
    {
        foreach (var next in await waiting.RunAsync(lost.Branch, null, cancel))
        {
            if (known.Exists(offer => offer.ClientId == next.ClientId))
            {
                continue;
            }

            // Whoever began it stands for it.
            var refusal = await sending.HandleAsync(lost, next.ClientId, known[0].OfferedBy, cancel);
            if (refusal is null || !Personal.Contains(refusal.Code))
            {
                return refusal is null;
            }
        }

        return false;
    }
}
