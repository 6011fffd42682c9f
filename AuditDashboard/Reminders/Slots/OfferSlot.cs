using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Board;
using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Staff begin to offer a freed hour, or write down what a client said by telephone. Once begun, <see cref="OfferNext"/> goes on by itself.</summary>
internal sealed class OfferSlot(BoardQuery board, SendOffer sending, ITransactions transactions, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    public static string KeyOf(string slot, ClientId client) => $"{slot}:{client}";

    /// <summary>Refusals: <c>forbidden</c>, <c>gone</c>, and those of <see cref="SendOffer"/>.</summary>
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

        var refusal = await sending.HandleAsync(lost, client, viewer.UserId, cancel);
        if (refusal is null or { Code: "unsent" })
        {
            await journal.WriteAsync("slot.offered", KeyOf(FreedSlot.KeyOf(lost), client), null, CancellationToken.None);
        }

        return refusal;
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
