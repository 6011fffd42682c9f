using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Keeps the critical events of every client as their story tells them now.</summary>
internal sealed class CriticalStep : IStoryStep
{
    private RowTable<CriticalRow>? _rows;
    private RowSearch<CriticalRow>? _byClient;
    private RowSearch<CriticalRow>? _bySeq;

    public void Apply(WriteConnection store, IReadOnlyList<IStoryStep.Change> changes)
    {
        _rows ??= store.Table<CriticalRow>();
        _byClient ??= _rows.Search([nameof(CriticalRow.ClientId)]);
        _bySeq ??= _rows.Search([nameof(CriticalRow.Seq)]);
        foreach (var change in changes)
        {
            Replace(change);
        }
    }

    // Whoever shows them follows the sessions, which are announced anyway.
    public void Announce()
    {
    }

    public Task RebuildAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Of what can no longer be told, because payloads are gone, stays what was told while they were there.</summary>
    private void Replace(IStoryStep.Change change)
    {
        var before = change.Members.SelectMany(member => _byClient!.List(member.Value.ToByteArray(true))).ToDictionary(row => row.Seq);
        foreach (var row in CriticalFold.Of(change.Story, change.Root).Where(row => row.At > (change.Story.FrozenUntil ?? DateTimeOffset.MinValue)))
        {
            if (!before.Remove(row.Seq, out var known) || !Says(known, row))
            {
                _rows!.Upsert(row);
            }
        }

        foreach (var gone in before.Values.Where(row => row.At > (change.Story.FrozenUntil ?? DateTimeOffset.MinValue)))
        {
            _bySeq!.Delete(gone.Seq);
        }
    }

    private static bool Says(CriticalRow one, CriticalRow other) =>
        (one.Kind, one.ClientId, one.SessionId, one.Channel, one.Branch, one.At, one.DueAt, one.HandledAt)
        == (other.Kind, other.ClientId, other.SessionId, other.Channel, other.Branch, other.At, other.DueAt, other.HandledAt);
}
