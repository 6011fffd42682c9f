using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>Joins two persons' records under one root, and takes them apart again. The records stay, so an un-merge loses nothing.</summary>
internal sealed class ClientMerger(WriteConnection store)
{
    public static readonly string Merged = "merged";
    public static readonly string Unmerged = "unmerged";

    private readonly RowTable<ClientRow> _clients = store.Table<ClientRow>();
    private readonly RowTable<MergeRow> _merges = store.Table<MergeRow>();
    private readonly RowSearch<ClientRow> _byId = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
    private readonly RowSearch<ClientRow> _byRoot = store.Table<ClientRow>().Search([nameof(ClientRow.RootId)]);
    private readonly RowSearch<MergeRow> _byFrom = store.Table<MergeRow>().Search([nameof(MergeRow.FromId)]);

    public void MergeYounger(ClientId first, ClientId second, AppendingEvent cause, string reason)
    {
        var (one, two) = (Root(first), Root(second));
        var firstIsOlder = one.IsAnonymous == two.IsAnonymous ? one.CreatedAt <= two.CreatedAt : two.IsAnonymous;
        Merge(firstIsOlder ? second : first, firstIsOlder ? first : second, cause, reason);
    }

    public void Merge(ClientId from, ClientId into, AppendingEvent cause, string reason)
    {
        if (from == into)
        {
            return;
        }

        var moved = _byRoot.List(Bytes(from));
        foreach (var record in moved)
        {
            record.RootId = into;
            _clients.Upsert(record);
        }

        var ids = string.Join(',', moved.Select(record => record.Id));
        _merges.Upsert(new MergeRow { Seq = cause.Seq, FromId = from, IntoId = into, Moved = ids, Reason = reason, At = cause.RecordedAt });
    }

    /// <summary>True when a person took these two apart: an equal phone must not join them again.</summary>
    public bool WasUndone(ClientId first, ClientId second) =>
        _byFrom.List(Bytes(first)).Exists(merge => merge.UndoneAt is not null && merge.IntoId == second)
        || _byFrom.List(Bytes(second)).Exists(merge => merge.UndoneAt is not null && merge.IntoId == first);

    /// <summary>Carries out the app's own <c>client.changed</c> (a person merged or un-merged on a page).</summary>
    public void Obey(AppendingEvent command)
    {
        var action = command.Content.DataText("action");
        if (!Guid.TryParse(command.Content.DataText("from"), out var from) || !Guid.TryParse(command.Content.DataText("into"), out var into))
        {
            return;
        }

        if (action == Merged)
        {
            Merge(Root(new ClientId(from)).Id, Root(new ClientId(into)).Id, command, "person");
        }
        else if (action == Unmerged)
        {
            Undo(new ClientId(from), command.RecordedAt);
        }
    }

    private void Undo(ClientId from, DateTimeOffset now)
    {
        if (_byFrom.List(Bytes(from)).Where(merge => merge.UndoneAt is null).MaxBy(merge => merge.Seq) is not { } merge)
        {
            return;
        }

        var root = Root(merge.IntoId).Id;
        foreach (var record in merge.Moved.Split(',').Select(id => _byId.First(Guid.Parse(id).ToByteArray(true))!).Where(record => IsStillThere(record, root, merge)))
        {
            record.RootId = from;
            _clients.Upsert(record);
        }

        merge.UndoneAt = now;
        _merges.Upsert(merge);
    }

    /// <summary>What left meanwhile, or left and was joined anew, does not come along.</summary>
    private bool IsStillThere(ClientRow record, ClientId root, MergeRow merge) =>
        record.RootId == root && !_byFrom.List(Bytes(record.Id)).Exists(later => later.Seq > merge.Seq && later.UndoneAt is null);

    private ClientRow Root(ClientId id) => _byId.First(Bytes(_byId.First(Bytes(id))!.RootId))!;

    private static byte[] Bytes(ClientId id) => id.Value.ToByteArray(true);
}
