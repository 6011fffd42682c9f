using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Replay;

/// <summary>The log behind its doors, as far as the pages of dialogs ask: what it is given is what it knows.</summary>
internal sealed class KnownDialogs : ISessions, IEventReader
{
    public List<SessionSummary> Sessions { get; } = [];

    public List<StoredEvent> Events { get; } = [];

    public Dictionary<long, byte[]> Payloads { get; } = [];

    public List<SessionFilter> Asked { get; } = [];

    public Task<IReadOnlyList<SessionSummary>> ListAsync(SessionFilter filter, int skip, int take, CancellationToken cancel)
    {
        Asked.Add(filter);
        return Task.FromResult<IReadOnlyList<SessionSummary>>([.. Matching(filter).Skip(skip).Take(take)]);
    }

    public Task<int> CountAsync(SessionFilter filter, CancellationToken cancel)
    {
        Asked.Add(filter);
        return Task.FromResult(Matching(filter).Count());
    }

    public Task<IReadOnlyDictionary<string, int>> CountEachAsync(SessionFilter filter, IReadOnlyCollection<string> outcomes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(outcomes.Distinct().ToDictionary(outcome => outcome, outcome => Matching(filter with { Outcome = outcome.Length == 0 ? null : outcome }).Count()));

    public Task<ISessions.Traits> TraitsAsync(CancellationToken cancel) => Task.FromResult(new ISessions.Traits(["booking.create", "price"], ["gpt-4.1-mini"], ["booking"]));

    public Task<SessionSummary?> FindAsync(SessionId sessionId, CancellationToken cancel) =>
        Task.FromResult(Sessions.Find(session => session.Id == sessionId));

    public Task<IReadOnlyList<SessionSummary>> OfClientAsync(ClientId clientId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SessionSummary>>([.. Sessions.Where(session => session.ClientId == clientId)]);

    public Task<IReadOnlyList<StoredEvent>> ListAsync(EventFilter filter, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>(Events);

    public IAsyncEnumerable<StoredEvent> StreamAsync(EventFilter filter, CancellationToken cancel) => Events.ToAsyncEnumerable();

    public Task<long> CountAsync(EventFilter filter, CancellationToken cancel) => Task.FromResult<long>(Events.Count);

    public Task<IReadOnlyList<StoredEvent>> OfSessionAsync(SessionId sessionId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>([.. Events.Where(stored => stored.SessionId == sessionId)]);

    public Task<IReadOnlyList<StoredEvent>> OfClientsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>(Events);

    public Task<IReadOnlyList<StoredEvent>> OfSeqsAsync(IReadOnlyCollection<long> seqs, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>(Events.FindAll(item => seqs.Contains(item.Seq)));

    public Task<IReadOnlyList<ClientId>> ClientsAfterAsync(long seq, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ClientId>>([]);

    public Task<long> LastSeqAsync(CancellationToken cancel) => Task.FromResult<long>(Events.Count);

    public Task<byte[]?> PayloadAsync(long seq, CancellationToken cancel) => Task.FromResult(Payloads.GetValueOrDefault(seq));

    private IEnumerable<SessionSummary> Matching(SessionFilter filter) => Sessions
        .Where(session => filter.Branches is null || (session.Branch is not null && filter.Branches.Contains(session.Branch)))
        .Where(session => filter.Branch is null || session.Branch == filter.Branch)
        .Where(session => filter.Channel is null || session.Channel == filter.Channel)
        .Where(session => filter.From is null || session.StartedAt >= filter.From)
        .Where(session => filter.To is null || session.StartedAt < filter.To)
        .Where(session => filter.Outcome switch
        {
            null => true,
            "complaint" => session.Complaint,
            "escalated" => session.Escalated,
            "human" => session.HasHuman,
            "slow" => session.SlowTurns > 0,
            var outcome => session.Outcome == outcome,
        })
        .Where(session => !filter.HasHuman || session.HasHuman)
        .Where(session => filter.ResponseAboveMs is not { } wait || session.ResponseMs > wait)
        .Where(session => filter.Query is null || (session.ClientName ?? "").Contains(filter.Query, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(session => session.LastActivityAt);
}

/// <summary>Stories of the known events, folded as the application folds them.</summary>
internal sealed class ToldDialogs(KnownDialogs log, TimeProvider time) : IStories
{
    public Task<ClientStory?> TellAsync(ClientId anyRecordOfThePerson, CancellationToken cancel) =>
        Task.FromResult<ClientStory?>(StoryFold.Fold(log.Events, StoryLog.Rules, time.GetUtcNow()));

    public (int People, DateTimeOffset? Since) Lag => (0, null);

    public Task CatchUpAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task RebuildAsync(CancellationToken cancel) => Task.CompletedTask;
}

internal sealed class SignedIn(Viewer viewer) : ICurrentViewer
{
    public static readonly Viewer Owner = new("u-1", "Владелец", "owner@salon.example", "owner", null);

    public static readonly Viewer Manager = new("u-2", "Управляющая", "manager@salon.example", "manager", ["garden"]);

    public Task<Viewer> GetAsync() => Task.FromResult(viewer);
}

internal sealed class WrittenJournal : IAccessJournal
{
    public List<string> Entries { get; } = [];

    public List<string?> Reasons { get; } = [];

    public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel)
    {
        Reasons.Add(reason);
        Entries.Add($"{action} {subject}");
        return Task.CompletedTask;
    }
}

internal sealed class SalonOfTwo : ISettings
{
    public SalonSettings Salon { get; } = new(
        "Лаванда", "Europe/Moscow", [new("center", "Пушкинская", null), new("garden", "Садовая", "Asia/Yekaterinburg")]);
}

internal sealed class Seals : IDialogSeals
{
    public IDialogSeals.Seal Seal { get; set; } = new(false, null);

    public Task<IDialogSeals.Seal> CheckAsync(SessionId sessionId, CancellationToken cancel) => Task.FromResult(Seal);
}

internal sealed class Packs : IDisputePacks
{
    public List<string> Reasons { get; } = [];

    public Task<Outcome<string>> OrderAsync(SessionId sessionId, string reason, CancellationToken cancel)
    {
        Reasons.Add(reason);
        return Task.FromResult<Outcome<string>>($"pack/{sessionId}");
    }
}
