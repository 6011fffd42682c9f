using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Channels.Yclients;

/// <summary>
/// Tells a record's new state from its last one where nothing can come in between: in the transaction that stores the webhook. The facts and the new
/// state are stored with it or not at all, and two calls about one record are told one after the other.
/// </summary>
internal sealed class YclientsStep(SalonZones zones) : IAppendStep
{
    /// <summary>A clock further ahead lies, and would make every later change look late.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    private RowTable<YclientsRow>? _records;
    private RowSearch<YclientsRow>? _byId;

    /// <summary>Before everything else: sessions and clients must see the facts.</summary>
    public int Order => 5;

    public void Apply(AppendBatch batch)
    {
        var count = batch.Events.Count;
        for (var i = 0; i < count; i++)
        {
            var source = batch.Events[i];
            if (source.Draft.Envelope == YclientsKind.KindName && source.Content.DataText("kind") == YclientsTranslator.RecordKind
                && ChannelText.Object(source.Draft.Raw) is { } body && YclientsRecord.Read(body) is { } record)
            {
                Tell(batch, source, record);
            }
        }
    }

    public void Forget() => (_records, _byId) = (null, null);

    private void Tell(AppendBatch batch, AppendingEvent source, YclientsRecord record)
    {
        Open(batch.Store);
        var bot = source.Draft.Bot;
        var known = _byId!.First(bot, record.Id);
        var changedAt = record.ChangedAt is { } told && told - source.RecordedAt < MostAhead ? told : source.RecordedAt;
        var isLate = known is not null && changedAt < known.ChangedAt;
        List<string> facts = [.. YclientsFacts.Of(known, record.State, isLate)];
        var row = known ?? new YclientsRow { Bot = bot, RecordId = record.Id };
        if (isLate)
        {
            row.IsConfirmed |= facts.Count > 0;
        }
        else
        {
            row.Take(record.State, changedAt);
        }

        _records!.Upsert(row);
        var visit = new YclientsVisit(source, record, row, ZoneOf(source.Draft.Branch));
        foreach (var fact in facts)
        {
            if (visit.Draft(fact, changedAt) is { } draft)
            {
                batch.Follow(source, draft);
            }
        }
    }

    private TimeZoneInfo ZoneOf(string? branch) => branch is not null && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization;

    private void Open(WriteConnection store)
    {
        _records ??= store.Table<YclientsRow>();
        _byId ??= _records.Search([nameof(YclientsRow.Bot), nameof(YclientsRow.RecordId)]);
    }
}
