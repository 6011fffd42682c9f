using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Consents;

/// <summary>Keeps the registry of consents and the list of those who are not written to, in the transaction that stores the events.</summary>
internal sealed class ConsentBook(WriteConnection store)
{
    private readonly RowTable<ConsentRow> _consents = store.Table<ConsentRow>();
    private readonly RowTable<SuppressionRow> _suppressions = store.Table<SuppressionRow>();
    private readonly RowSearch<ConsentRow> _consentsOf = store.Table<ConsentRow>().Search([nameof(ConsentRow.ClientId)]);
    private readonly RowSearch<SuppressionRow> _suppressionsOf = store.Table<SuppressionRow>().Search([nameof(SuppressionRow.ClientId)]);
    private readonly PersonBook _people = new(store);

    public void Note(Said said)
    {
        if (said.IsGrant)
        {
            Grant(said);
        }
        else
        {
            Revoke(said);
        }
    }

    private void Grant(Said said)
    {
        var content = said.Content;
        _consents.Upsert(new ConsentRow
        {
            Seq = said.Seq, ClientId = said.ClientId, Bot = said.Bot, Purpose = said.Purpose, Channel = said.Channel, SessionId = said.SessionId, GrantedAt = said.At, GrantedBy = said.By,
            TextVersion = content.DataText("text"), TextSha256 = content.DataText("sha256") ?? HashOf(content.DataText("wording")), Reason = content.DataText("reason"),
        });
        foreach (var row in Members(said).SelectMany(member => _suppressionsOf.List(member)).Where(row => row.Purpose == said.Purpose && row.LiftedAt is null && row.WithdrawnAt <= said.At))
        {
            row.LiftedAt = said.At;
            _suppressions.Upsert(row);
        }
    }

    private void Revoke(Said said)
    {
        var known = Members(said).SelectMany(member => _consentsOf.List(member)).Where(row => row.Purpose == said.Purpose && row.GrantedAt is not null).ToList();
        var open = known.Where(row => row.WithdrawnAt is null && row.GrantedAt <= said.At).ToList();
        foreach (var row in open)
        {
            (row.WithdrawnAt, row.WithdrawnBy, row.Reason) = (said.At, said.By, said.Content.DataText("reason") ?? row.Reason);
            _consents.Upsert(row);
        }

        if (open.Count == 0)
        {
            _consents.Upsert(new ConsentRow
            {
                Seq = said.Seq, ClientId = said.ClientId, Bot = said.Bot, Purpose = said.Purpose, Channel = said.Channel, SessionId = said.SessionId, WithdrawnAt = said.At,
                WithdrawnBy = said.By, Reason = said.Content.DataText("reason"),
            });
        }

        // A withdrawal that comes late does not undo a consent that was given after it.
        _suppressions.Upsert(new SuppressionRow
        {
            Subject = said.Content.Client?.Id ?? said.ClientId.ToString(), Purpose = said.Purpose, ClientId = said.ClientId, Bot = said.Bot, WithdrawnAt = said.At, WithdrawnBy = said.By,
            LiftedAt = known.Where(row => row.GrantedAt > said.At).Max(row => row.GrantedAt),
        });
    }

    private IEnumerable<byte[]> Members(Said said) => _people.MembersOf(said.ClientId).Select(member => member.Value.ToByteArray(true));

    private static string? HashOf(string? wording) => wording is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));

    /// <summary>A <c>consent.*</c> event with its client.</summary>
    internal sealed record Said(long Seq, ClientId ClientId, string Bot, EventContent Content, string? Channel, SessionId? SessionId, DateTimeOffset At)
    {
        public bool IsGrant => Content.Type == EventTypes.ConsentGranted;

        public string Purpose => Content.DataText("purpose") ?? "";

        /// <summary>Id of the person who wrote it down on a page; nobody else's word for it counts.</summary>
        public string? By => Bot == OwnEvent.Bot ? Content.DataText("by") : null;

        /// <summary>Null for other events, and where nobody knows whose it is.</summary>
        public static Said? Of(AppendingEvent appending) =>
            Is(appending.Content) && appending.ClientId is { } client
                ? new Said(appending.Seq, client, appending.Draft.Bot, appending.Content, appending.Channel, appending.SessionId, appending.EffectiveAt)
                : null;

        public static Said? Of(StoredEvent stored) =>
            stored is { Content: { } content, ClientId: { } client } && Is(content)
                ? new Said(stored.Seq, client, stored.Bot, content, stored.Channel, stored.SessionId, stored.EffectiveAt)
                : null;

        private static bool Is(EventContent content) => content.Type == EventTypes.ConsentGranted || content.Type == EventTypes.ConsentRevoked;
    }
}
