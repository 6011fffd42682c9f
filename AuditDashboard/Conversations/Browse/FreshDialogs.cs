using System.Collections.Concurrent;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Browse;

/// <summary>
/// News for an open list: rows that are on the page are renewed where they stand, everything else is only counted, so that nothing
/// moves under the reader's hand.
/// </summary>
internal sealed class FreshDialogs(DialogsQuery query)
{
    /// <summary>Rows renewed at one time; a storm of news must not become a storm of reads.</summary>
    private const int AtOnce = 50;

    private readonly ConcurrentDictionary<SessionId, byte> _news = new();
    private readonly Dictionary<SessionId, SessionSummary> _shown = [];

    /// <summary>Dialogs that would be new in the list if it were read again.</summary>
    public int Waiting { get; private set; }

    /// <summary>Called on the sender's thread.</summary>
    public bool Hear(SessionsChanged change)
    {
        foreach (var sessionId in change.SessionIds)
        {
            _news[sessionId] = 0;
        }

        return true;
    }

    public void Forget()
    {
        _news.Clear();
        _shown.Clear();
        Waiting = 0;
    }

    public void Show(IEnumerable<SessionSummary> page)
    {
        foreach (var session in page)
        {
            _shown[session.Id] = session;
        }
    }

    /// <summary>The row's newest state.</summary>
    public SessionSummary Latest(SessionSummary row) => _shown.GetValueOrDefault(row.Id, row);

    /// <param name="total">Sessions the list was read with.</param>
    public async Task ReadAsync(DialogsFilter filter, int total, CancellationToken cancel)
    {
        foreach (var sessionId in _news.Keys.Take(AtOnce))
        {
            _news.TryRemove(sessionId, out _);
            if (_shown.ContainsKey(sessionId) && await query.FindAsync(sessionId, cancel) is { } session)
            {
                _shown[sessionId] = session;
            }
        }

        Waiting = Math.Max(0, await query.CountAsync(filter, cancel) - total);
    }
}
