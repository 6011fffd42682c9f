using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Events;
using AuditDashboard.Settings;

namespace AuditDashboard.Demo.Loading;

/// <summary>Fills an empty database with a made-up salon, or goes on where an interrupted start left off. A database that holds anything else is left alone.</summary>
internal sealed partial class LoadDemo(
    DemoMarks marks, DemoFeed feed, DemoPeople people, IFirstSalon salon, IEventReader reader, ILogger<LoadDemo> logger)
{
    /// <param name="today">The date in Moscow.</param>
    public async Task HandleAsync(DemoPreset wanted, DateOnly today, CancellationToken cancel)
    {
        var (state, preset, began) = await marks.ReadAsync(cancel);
        switch (state)
        {
            case DemoState.None when await IsEmptyAsync(cancel):
                await SetAsync(DemoState.Begun, wanted, today, cancel);
                await FillAsync(wanted, today, cancel);
                break;
            case DemoState.None:
                LogNotEmpty();
                break;
            case DemoState.Begun when preset is not null:
                await FillAsync(preset, began, cancel);
                break;
            default:
                LogKnown(state);
                break;
        }
    }

    private async Task FillAsync(DemoPreset preset, DateOnly today, CancellationToken cancel)
    {
        var branches = DemoBranch.All.Select(branch => new SalonSettings.Branch(branch.Code, branch.Name, null)).ToList();
        await salon.OfferAsync(new SalonSettings(DemoSalon.Name, DemoSalon.ZoneId, branches), cancel);
        await people.AddAsync(cancel);
        await feed.RunAsync(preset, today, cancel);
        await SetAsync(DemoState.Loaded, preset, today, cancel);
    }

    /// <summary>Nothing but what the application itself has noted at its starts.</summary>
    private async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        var seen = 0L;
        while (await reader.ListAsync(new EventFilter(After: seen), cancel) is [.., var last] page)
        {
            if (page.Any(stored => stored.Bot != OwnEvent.Bot))
            {
                return false;
            }

            seen = last.Seq;
        }

        return true;
    }

    private async Task SetAsync(DemoState state, DemoPreset preset, DateOnly today, CancellationToken cancel)
    {
        if (await marks.SetAsync(state, preset, today, cancel) is { } refusal)
        {
            throw new InvalidOperationException($"The demo could not be marked: {refusal.Code}");
        }
    }

    [LoggerMessage(EventId = 5410, Level = LogLevel.Warning, Message = "The database is not empty: no demo data were loaded")]
    private partial void LogNotEmpty();

    [LoggerMessage(EventId = 5411, Level = LogLevel.Information, Message = "The demo is {State} in this database: nothing to load")]
    private partial void LogKnown(DemoState state);
}
