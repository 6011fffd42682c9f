using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.People;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.Journal;

/// <param name="Who">Id of a person, or <c>key:&lt;id&gt;</c>; null = everybody.</param>
/// <param name="Action">The part before the dot (<c>dialog</c>) or the whole action; null = all.</param>
/// <param name="From">Inclusive; <paramref name="To"/> is exclusive.</param>
/// <param name="Client">Id of a client: whoever looked at them or at anything of theirs.</param>
internal sealed record JournalFilter(string? Who = null, string? Action = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Client = null);

/// <param name="Who">The person's or key's name, else the id, empty where nobody was known.</param>
/// <param name="SubjectName">Where the subject is a person or key: their name.</param>
internal sealed record JournalLine(
    long Seq, DateTimeOffset At, string Who, string Action, string? Subject, string? SubjectName, string? Reason, string Address, string Device)
{
    /// <summary>Id of the client it was about, where it is known.</summary>
    public string? Client { get; init; }
}

/// <summary>The journal, newest first. Whoever may not read the whole of it gets their own entries, whatever the filter says.</summary>
internal sealed class JournalQuery(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers)
{
    public async Task<(IReadOnlyList<JournalLine> Lines, int Total)> RunAsync(JournalFilter filter, int start, int count, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var effective = viewer.IsOwner ? filter : filter with { Who = viewer.UserId };
        await using var db = await databases.CreateDbContextAsync(cancel);
        var entries = Matching(db.Set<AccessEntryRow>().AsNoTracking(), effective);
        var total = await entries.CountAsync(cancel);
        var rows = await entries.OrderByDescending(entry => entry.Seq).Skip(start).Take(count).ToListAsync(cancel);
        var names = await NamesAsync(db, rows, cancel);
        return ([.. rows.Select(row => Line(row, names))], total);
    }

    /// <summary>Who can be chosen in the filter: id and name.</summary>
    public async Task<IReadOnlyList<(string Who, string Name)>> PeopleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await db.Set<UserRow>().AsNoTracking().OrderBy(user => user.DisplayName).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancel);
        return [.. people.Select(person => (person.Id, person.DisplayName))];
    }

    private static IQueryable<AccessEntryRow> Matching(IQueryable<AccessEntryRow> entries, JournalFilter filter)
    {
        if (filter.Who is { } who)
        {
            entries = entries.Where(entry => entry.Who == who);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(entry => entry.Action == action || entry.Action.StartsWith(action + "."));
        }

        if (filter.Client is { } client)
        {
            entries = entries.Where(entry => entry.Client == client || entry.Subject == client);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        return filter.To is { } to ? entries.Where(entry => entry.At < to) : entries;
    }

    private static async Task<Dictionary<string, string>> NamesAsync(AuditDbContext db, List<AccessEntryRow> rows, CancellationToken cancel)
    {
        var ids = rows.SelectMany(row => new[] { row.Who, row.Subject }).OfType<string>().Distinct().ToList();
        var keyIds = ids.Select(id => id.StartsWith("key:", StringComparison.Ordinal) ? id[4..] : id).ToList();
        var names = await db.Set<UserRow>().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        foreach (var key in await db.Set<ApiKeyRow>().Where(key => keyIds.Contains(key.Id)).Select(key => new { key.Id, key.Name }).ToListAsync(cancel))
        {
            names[$"key:{key.Id}"] = names[key.Id] = key.Name;
        }

        return names;
    }

    private static JournalLine Line(AccessEntryRow row, Dictionary<string, string> names) => new(
        row.Seq, row.At, names.GetValueOrDefault(row.Who, row.Who), row.Action, row.Subject, row.Subject is null ? null : names.GetValueOrDefault(row.Subject), row.Reason, row.Address, row.Device)
    {
        Client = row.Client ?? (row.Action.StartsWith("client.", StringComparison.Ordinal) || row.Action.StartsWith("phone.", StringComparison.Ordinal) ? row.Subject : null),
    };
}
