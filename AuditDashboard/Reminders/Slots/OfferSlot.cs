using AuditDashboard.Access;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Board;
using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Asks one client whether they want a freed hour. It is claimed on disk before the message leaves; the page is not the guard.</summary>
internal sealed class OfferSlot(BoardQuery board, SlotMessage messages, ITransactions transactions, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>How long the next one waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static string KeyOf(string slot, ClientId client) => $"{slot}:{client}";

    /// <summary>Refusals: <c>forbidden</c>, <c>gone</c>, <c>past</c>, <c>quiet</c>, <c>no_channel</c>, <c>stopped</c>, <c>taken</c>, <c>asked</c>, <c>again</c>, <c>unsent</c>.</summary>
    public async Task<Refusal?> HandleAsync(string booking, ClientId client, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor")
        {
            return new Refusal("forbidden");
        }

        if (await board.FindAsync(booking, cancel) is not { Booking: { Plan: "declined" or "cancelled" } lost })
        {
            return new Refusal("gone");
        }

        var now = time.GetUtcNow();
        var until = now + Patience < lost.StartAt ? now + Patience : lost.StartAt;
        var offer = new SlotOfferRow
        {
            Key = KeyOf(FreedSlot.KeyOf(lost), client), SlotKey = FreedSlot.KeyOf(lost), ClientId = client, Bot = lost.Bot, Branch = lost.Branch, OfferedAt = now, ExpiresAt = until, OfferedBy = viewer.UserId,
        };
        var made = await messages.MakeAsync(lost, offer, now, cancel);
        if (!made.Succeeded)
        {
            return made.Refusal;
        }

        Refusal? refusal = null;
        await transactions.RunAsync(store => refusal = new ClientStops(store).Forbid(client, made.Value.Address, isReminder: false) ? new Refusal("stopped") : new SlotBook(store).Claim(offer), cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        await journal.WriteAsync("slot.offered", offer.Key, null, CancellationToken.None);
        // From here on it is carried through: what was claimed is told.
        var state = await messages.SendAsync(lost, made.Value, now);
        await transactions.RunAsync(store => new SlotBook(store).Tell(offer.Key, state is SendState.Sent or SendState.Uncertain ? SlotOfferStates.Offered : SlotOfferStates.Failed), CancellationToken.None);
        return state is SendState.Sent or SendState.Uncertain ? null : new Refusal("unsent");
    }

    /// <summary>What the client said to a person. Refusals: <c>forbidden</c>, <c>gone</c>, <c>taken</c>.</summary>
    public async Task<Refusal?> SettleAsync(string offerKey, string booking, bool isYes, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor" || await board.FindAsync(booking, cancel) is null)
        {
            return new Refusal(viewer.Role == "auditor" ? "forbidden" : "gone");
        }

        Refusal? refusal = null;
        await transactions.RunAsync(store => refusal = new SlotBook(store).Settle(offerKey, isYes, time.GetUtcNow()), cancel);
        if (refusal is null)
        {
            await journal.WriteAsync("slot.settled", offerKey, null, CancellationToken.None);
        }

        return refusal;
    }
}
