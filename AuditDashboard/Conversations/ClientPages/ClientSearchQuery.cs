using AuditDashboard.Access;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Somebody who may be the same person. Phone and address are masked.</summary>
/// <param name="Dialogs">How many of their dialogs the search met.</param>
public sealed record ClientCandidate(ClientId Id, string? Name, string Phone, string? Address, string? Channel, int Dialogs, DateTimeOffset LastActivityAt);

/// <summary>Finds clients by name, phone or address among the dialogs the viewer may see.</summary>
internal sealed class ClientSearchQuery(ISessions sessions, IClients clients, ICurrentViewer viewers)
{
    public const int ShortestQuery = 2;

    private const int Looked = 200;
    private const int Most = 8;
    private const int FewestDigits = 4;

    /// <summary>The latest active first. Nobody for a query that is too short.</summary>
    /// <param name="except">The person on whose page the search is; never found.</param>
    public async Task<IReadOnlyList<ClientCandidate>> RunAsync(string words, ClientId except, CancellationToken cancel)
    {
        var query = words.Trim();
        if (query.Length < ShortestQuery)
        {
            return [];
        }

        var viewer = await viewers.GetAsync();
        var met = await sessions.ListAsync(new SessionFilter(Branches: viewer.Branches, Query: query), 0, Looked, cancel);
        var found = met.Where(session => Means(session, query)).ToList();
        foreach (var record in (await clients.MembersAsync(query, cancel)).Take(1))
        {
            found.AddRange((await sessions.OfClientAsync(record, cancel)).Where(session => viewer.MaySee(session.Branch)));
        }

        var roots = await clients.RootsAsync([.. found.Select(session => session.ClientId).OfType<ClientId>().Distinct()], cancel);
        return
        [
            .. found.Where(session => session.ClientId is { } id && roots.ContainsKey(id)).DistinctBy(session => session.Id)
                .GroupBy(session => roots[session.ClientId!.Value]).Where(person => person.Key != except)
                .Select(person => Candidate(person.Key, [.. person])).OrderByDescending(candidate => candidate.LastActivityAt).Take(Most),
        ];
    }

    /// <summary>The list of dialogs also searches texts and leads; here only who it was counts.</summary>
    private static bool Means(SessionSummary session, string query)
    {
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        return (session.ClientName is { } name && SearchWords.Fold(name).Contains(SearchWords.Fold(query), StringComparison.Ordinal))
            || (digits.Length >= FewestDigits && session.Phone?.Contains(digits.Length > 10 ? digits[^10..] : digits, StringComparison.Ordinal) is true);
    }

    private static ClientCandidate Candidate(ClientId id, List<SessionSummary> dialogs)
    {
        var last = dialogs.MaxBy(session => session.LastActivityAt)!;
        return new ClientCandidate(
            id, dialogs.Select(session => session.ClientName).FirstOrDefault(name => name is not null), PhoneMask.Of(dialogs.Select(session => session.Phone).FirstOrDefault(phone => phone is not null)),
            last.ClientAddress is { } address ? AddressMask.Of(address) : null, last.Channel, dialogs.Count, last.LastActivityAt);
    }
}
