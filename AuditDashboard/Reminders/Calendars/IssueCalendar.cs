using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Calendars;

/// <param name="Branch">Code; empty = all.</param>
/// <param name="Staff">Empty = all.</param>
internal sealed record NewCalendar(string Name, string? Branch, string? Staff, bool ShowsClient);

/// <summary>Makes an address for a calendar. The address is in the answer and nowhere else.</summary>
internal sealed class IssueCalendar(
    IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, ISettings settings, TimeProvider time)
{
    private const int LongestName = 120;

    /// <summary>Refusals: <c>forbidden</c>, <c>name</c>, <c>branch</c>.</summary>
    /// <returns>The secret part of the address.</returns>
    public async Task<Outcome<string>> HandleAsync(NewCalendar wanted, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (Refuse(wanted, viewer) is { } refusal)
        {
            return refusal;
        }

        var token = CalendarToken.Make();
        var now = time.GetUtcNow();
        var row = new CalendarFeedRow
        {
            Id = Guid.CreateVersion7(now).ToString(), Hash = CalendarToken.HashOf(token), LastFour = token[^4..], Name = wanted.Name.Trim(), Branch = Some(wanted.Branch), Staff = Some(wanted.Staff),
            ShowsClient = wanted.ShowsClient, CreatedAt = now, CreatedBy = viewer.UserId,
        };
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            db.Add(row);
            await db.SaveChangesAsync(cancel);
        }

        await journal.WriteAsync("calendar.issued", row.Id, null, cancel);
        return token;
    }

    private Refusal? Refuse(NewCalendar wanted, Viewer viewer) =>
        !viewer.IsOwner ? new Refusal("forbidden")
        : wanted.Name.Trim().Length is 0 or > LongestName ? new Refusal("name")
        : Some(wanted.Branch) is { } branch && settings.Salon.Branches.All(known => known.Code != branch) ? new Refusal("branch")
        : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
