using System.Globalization;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Removal;

/// <summary>The leads of a person: of their records, of their dialogs, and those whose own number, as the sender gave it, names them.</summary>
internal sealed class FindLeads(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<LinkRow>> OfAsync(ErasedPerson person, CancellationToken cancel)
    {
        var (records, dialogs) = (person.Records.ToList(), person.Dialogs.ToList());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var links = db.Set<LinkRow>().AsNoTracking();
        var theirs = await links.Where(link => (link.ClientId != null && records.Contains(link.ClientId.Value)) || (link.SessionId != null && dialogs.Contains(link.SessionId.Value)))
            .ToDictionaryAsync(link => link.Id, cancel);
        await foreach (var link in links.Where(link => link.LeadId != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (person.IsNamedIn(link.LeadId))
            {
                theirs[link.Id] = link;
            }
        }

        return [.. theirs.Values];
    }

    /// <summary>What they are in the portal: <c>lead 77</c>, <c>deal 5</c>, <c>contact 9</c>, <c>booking 1823</c>.</summary>
    public async Task<IReadOnlyList<string>> InPortalAsync(ErasedPerson person, CancellationToken cancel)
    {
        var leads = await OfAsync(person, cancel);
        var ids = leads.Select(link => link.Id).ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var bookings = await db.Set<BookingLinkRow>().AsNoTracking().Where(row => ids.Contains(row.LinkId) && row.PortalId != null).Select(row => row.PortalId!.Value).ToListAsync(cancel);
        return [.. leads.SelectMany(NumbersOf).Concat(bookings.Select(number => Named("booking", number)))];
    }

    private static IEnumerable<string> NumbersOf(LinkRow link)
    {
        var kind = link.EntityTypeId == 2 ? "deal" : "lead";
        var doubles = (link.Doubles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture));
        (string Kind, long? Number)[] known = [(kind, link.PortalId), ("deal", link.DealId), ("contact", link.ContactId), .. doubles.Select(number => (kind, (long?)number))];
        return known.Where(item => item.Number is > 0).Select(item => Named(item.Kind, item.Number!.Value));
    }

    private static string Named(string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{kind} {number}");
}
