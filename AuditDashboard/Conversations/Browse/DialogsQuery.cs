using AuditDashboard.Access;
using AuditDashboard.Conversations.Browse.Saved;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Reads the list of dialogs a viewer may see.</summary>
internal sealed class DialogsQuery(ISessions sessions, ICurrentViewer viewers, IAccessJournal journal, ISettings settings, SavedFilters saved, SalonClock clock)
{
    /// <summary>The quick filters, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> Chips = ["complaint", "escalated", "booked", "unanswered", "slow"];

    private string? _sought;

    public async Task<DialogsHead> RunAsync(DialogsFilter filter, CancellationToken cancel)
    {
        if (filter.Query is { } sought && sought != _sought)
        {
            // That they searched, not for what: people search for names and phones.
            _sought = sought;
            await journal.WriteAsync("dialogs.searched", null, null, cancel);
        }

        var viewer = await viewers.GetAsync();
        var wanted = filter.For(viewer, clock);
        var asked = wanted.Outcome ?? "";
        var counts = await sessions.CountEachAsync(wanted, [asked, .. Chips], cancel);
        var total = counts[asked];
        var chips = Chips.ToDictionary(chip => chip, chip => counts[chip], StringComparer.Ordinal);
        var any = total > 0 || await sessions.CountAsync(new SessionFilter(Branches: wanted.Branches), cancel) > 0;
        return new DialogsHead(total, chips, await SavedAsync(viewer, cancel), Branches(viewer), await sessions.TraitsAsync(cancel), any);
    }

    public string NameOf(string? branch) => settings.Salon.NameOf(branch);

    public async Task<IReadOnlyList<SessionSummary>> PageAsync(DialogsFilter filter, int skip, int take, CancellationToken cancel) =>
        await sessions.ListAsync(filter.For(await viewers.GetAsync(), clock), skip, take, cancel);

    public async Task<int> CountAsync(DialogsFilter filter, CancellationToken cancel) =>
        await sessions.CountAsync(filter.For(await viewers.GetAsync(), clock), cancel);

    /// <summary>The session as it is now, or null when the viewer may not see it.</summary>
    public async Task<SessionSummary?> FindAsync(SessionId sessionId, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        return await sessions.FindAsync(sessionId, cancel) is { } session && viewer.MaySee(session.Branch) ? session : null;
    }

    private async Task<IReadOnlyList<SavedFilter>> SavedAsync(Viewer viewer, CancellationToken cancel)
    {
        var named = await saved.ListAsync(viewer, cancel);
        List<SavedFilter> counted = [];
        foreach (var filter in named)
        {
            counted.Add(filter with { Count = await sessions.CountAsync(DialogsFilter.Of('?' + filter.Query, clock.Today).For(viewer, clock), cancel) });
        }

        return counted;
    }

    private IReadOnlyList<BranchOption> Branches(Viewer viewer) =>
        [.. settings.Salon.Branches.Where(branch => viewer.MaySee(branch.Code)).Select(branch => new BranchOption(branch.Code, branch.Name))];
}
