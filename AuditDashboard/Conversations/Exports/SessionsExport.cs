using System.Runtime.CompilerServices;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Exports;

/// <summary>The sessions as <see cref="ISessions"/> finds them for every list, the earliest day first, a day of the salon at a time.</summary>
internal sealed class SessionsExport(ISessions sessions, IDbContextFactory<AuditDbContext> databases, SalonClock clock) : IExportSource
{
    public string Name => "sessions";

    public IReadOnlyList<string> Columns => SessionExportLine.Columns;

    public async Task<long> CountAsync(ExportFilter filter, CancellationToken cancel) => await sessions.CountAsync(Asked(filter), cancel);

    public async IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        var asked = Asked(filter);
        var (first, last) = await EndsAsync(asked, cancel);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var narrowed = asked with { From = Later(asked.From, clock.StartOf(day)), To = Earlier(asked.To, clock.StartOf(day.AddDays(1))) };
            var found = await sessions.ListAsync(narrowed, 0, int.MaxValue, cancel);
            foreach (var session in found.OrderBy(session => session.StartedAt))
            {
                yield return new SessionExportLine(filter.MasksPhones ? MaskedLine.Of(session) : session);
            }
        }
    }

    private async Task<(DateOnly First, DateOnly Last)> EndsAsync(SessionFilter asked, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<SessionRow>().AsNoTracking();
        var first = await rows.MinAsync(row => (DateTimeOffset?)row.StartedAt, cancel);
        var last = await rows.MaxAsync(row => (DateTimeOffset?)row.StartedAt, cancel);
        return first is null || last is null
            ? (DateOnly.MaxValue, DateOnly.MinValue)
            : (clock.DateOf(Later(asked.From, first.Value)), clock.DateOf(Earlier(asked.To, last.Value)));
    }

    private static DateTimeOffset Later(DateTimeOffset? wished, DateTimeOffset known) => wished > known ? wished.Value : known;

    private static DateTimeOffset Earlier(DateTimeOffset? wished, DateTimeOffset known) => wished < known ? wished.Value : known;

    private static SessionFilter Asked(ExportFilter filter) =>
        new(filter.From, filter.To, filter.Channel, filter.Branch, filter.Branches, filter.Outcome, filter.Query);
}
