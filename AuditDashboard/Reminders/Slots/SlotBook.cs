using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Who has which freed hour, decided in the transaction that stores the client's word: the first yes wins, and there is no second.</summary>
internal sealed class SlotBook(WriteConnection store)
{
    /// <summary>A yes that comes later than this answers something else.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private static readonly HashSet<string> Yes = new(["да", "+", "1", "ок", "буду", "приду", "беру", "записывайте", "запишите"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> No = new(["нет", "-", "0", "не могу", "не смогу", "не надо"], StringComparer.OrdinalIgnoreCase);

    private readonly RowTable<SlotOfferRow> _offers = store.Table<SlotOfferRow>();
    private readonly RowSearch<SlotOfferRow> _byKey = store.Table<SlotOfferRow>().Search([nameof(SlotOfferRow.Key)]);
    private readonly RowSearch<SlotOfferRow> _ofSlot = store.Table<SlotOfferRow>().Search([nameof(SlotOfferRow.SlotKey)]);
    private readonly RowSearch<SlotOfferRow> _ofClient = store.Table<SlotOfferRow>().Search([nameof(SlotOfferRow.ClientId)]);

    /// <summary>A client's own yes or no in words.</summary>
    public void Note(AppendingEvent appending)
    {
        if (appending.ClientId is not { } client || appending.Content.Type != EventTypes.MessageReceived || appending.Content.Actor is not (null or "client") || appending.Content.Text is not { Length: < 40 } text)
        {
            return;
        }

        var word = text.Trim().TrimEnd('!', '.', ' ');
        var (isYes, at) = (Yes.Contains(word), appending.EffectiveAt);
        if ((isYes || No.Contains(word)) && Waiting(client, at) is { } offer)
        {
            Settle(offer, isYes, at);
        }
    }

    /// <summary>Takes the place of the one who may be asked now. Refusals: <c>taken</c>, <c>asked</c> (another answer is waited for), <c>again</c> (this client was asked already).</summary>
    public Refusal? Claim(SlotOfferRow wanted)
    {
        var known = _ofSlot.List(wanted.SlotKey);
        if (known.Exists(offer => offer.State == SlotOfferStates.Taken))
        {
            return new Refusal("taken");
        }

        if (known.Exists(offer => offer.Key == wanted.Key && offer.State != SlotOfferStates.Failed))
        {
            return new Refusal("again");
        }

        if (known.Exists(offer => offer.State is "sending" or "offered" && offer.ExpiresAt > wanted.OfferedAt))
        {
            return new Refusal("asked");
        }

        _offers.Upsert(wanted);
        return null;
    }

    /// <summary>What became of the message. An answer may have been quicker.</summary>
    public void Tell(string key, string state)
    {
        if (_byKey.First(key) is { State: "sending" } offer)
        {
            offer.State = state;
            _offers.Upsert(offer);
        }
    }

    /// <summary>What staff heard on the telephone. Refusals: <c>gone</c>, <c>taken</c>.</summary>
    public Refusal? Settle(string key, bool isYes, DateTimeOffset at)
    {
        if (_byKey.First(key) is not { } offer)
        {
            return new Refusal("gone");
        }

        return offer.State == SlotOfferStates.Taken || Settle(offer, isYes, at) ? null : new Refusal("taken");
    }

    private SlotOfferRow? Waiting(ClientId client, DateTimeOffset at) =>
        _ofClient.List(client.Value.ToByteArray(true)).Where(offer => offer.State is "sending" or "offered" && offer.OfferedAt <= at && at - offer.OfferedAt < Memory).MaxBy(offer => offer.OfferedAt);

    /// <returns>False where a yes came too late.</returns>
    private bool Settle(SlotOfferRow offer, bool isYes, DateTimeOffset at)
    {
        var isLate = isYes && _ofSlot.List(offer.SlotKey).Exists(other => other.Key != offer.Key && other.State == SlotOfferStates.Taken);
        (offer.State, offer.AnsweredAt) = (isLate ? SlotOfferStates.Late : isYes ? SlotOfferStates.Taken : SlotOfferStates.Refused, at);
        _offers.Upsert(offer);
        return !isLate;
    }
}
