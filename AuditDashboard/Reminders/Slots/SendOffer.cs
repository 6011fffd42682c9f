using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Asks one client whether they want a freed hour. It is claimed on disk before the message leaves: a page or a job is not the guard.</summary>
internal sealed class SendOffer(SlotMessage messages, ITransactions transactions, TimeProvider time)
{
    /// <summary>How long the next one waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Refusals: <c>past</c>, <c>quiet</c>, <c>no_channel</c>, <c>stopped</c>, <c>taken</c>, <c>asked</c>, <c>again</c>, <c>unsent</c>.</summary>
    /// <param name="by">Id of the person who offers.</param>
    public async Task<Refusal?> HandleAsync(AppointmentRow lost, ClientId client, string by, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var until = now + Patience < lost.StartAt ? now + Patience : lost.StartAt;
        var slot = FreedSlot.KeyOf(lost);
        var offer = new SlotOfferRow
        {
            Key = OfferSlot.KeyOf(slot, client), SlotKey = slot, ClientId = client, Bot = lost.Bot, Branch = lost.Branch, OfferedAt = now, ExpiresAt = until, OfferedBy = by,
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

        // From here on it is carried through: what was claimed is told.
        var state = await messages.SendAsync(lost, made.Value, now);
        await transactions.RunAsync(store => new SlotBook(store).Tell(offer.Key, state is SendState.Sent or SendState.Uncertain ? SlotOfferStates.Offered : SlotOfferStates.Failed), CancellationToken.None);
        return state is SendState.Sent or SendState.Uncertain ? null : new Refusal("unsent");
    }
}
