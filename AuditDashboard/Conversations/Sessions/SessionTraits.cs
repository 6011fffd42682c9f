using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>Keeps a session's traits as its episode tells them.</summary>
internal sealed class SessionTraits(WriteConnection store)
{
    private const int Longest = 128;

    /// <summary>Of one kind in one session: a bot that invents a name a message must not fill the table.</summary>
    private const int Most = 20;

    private readonly RowTable<SessionTraitRow> _traits = store.Table<SessionTraitRow>();
    private readonly RowSearch<SessionTraitRow> _bySession = store.Table<SessionTraitRow>().Search([nameof(SessionTraitRow.SessionId)]);

    public void Write(SessionId id, Episode episode)
    {
        var told = Of(episode);
        if (told.SetEquals(_bySession.List(id.Value.ToByteArray(true)).Select(row => (row.Kind, row.Value))))
        {
            return;
        }

        Delete(id);
        foreach (var (kind, value) in told)
        {
            _traits.Insert(new SessionTraitRow { SessionId = id, Kind = kind, Value = value });
        }
    }

    public void Delete(SessionId id) => _bySession.Delete(id.Value.ToByteArray(true));

    private static HashSet<(int Kind, string Value)> Of(Episode episode) =>
    [
        .. Named(SessionTrait.Intent, episode.Events.Where(item => item.IsClientMessage).Select(item => item.Content.Intent?.Name)),
        .. Named(SessionTrait.Model, episode.Events.Select(item => item.Content.Model?.Name)),
        .. Named(SessionTrait.Scenario, episode.Events.Select(item => item.Content.Scenario?.Id)),
    ];

    private static IEnumerable<(int Kind, string Value)> Named(SessionTrait trait, IEnumerable<string?> values) =>
        values.OfType<string>().Where(value => value.Length is > 0 and <= Longest).Distinct(StringComparer.Ordinal).Take(Most).Select(value => ((int)trait, value));
}
