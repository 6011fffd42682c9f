using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Shell;

/// <summary>The menu that capabilities contribute to. Its counters are read again twice a minute.</summary>
public sealed partial class NavMenu : IDisposable
{
    private static readonly TimeSpan CountsLive = TimeSpan.FromSeconds(30);
    private readonly Dictionary<NavItem, NavCount?> _counts = [];
    private readonly CancellationTokenSource _leaving = new();

    [Parameter, EditorRequired] public string Role { get; set; } = "";

    [Inject] private IEnumerable<NavItem> Items { get; set; } = default!;
    [Inject] private IServiceProvider Circuit { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private ILogger<NavMenu> Logger { get; set; } = default!;
    [Inject] private IStringLocalizerFactory Words { get; set; } = default!;
    [Inject] private IStringLocalizer<ShellText> Text { get; set; } = default!;

    private IEnumerable<IGrouping<NavSection, NavItem>> Sections =>
        Items.Where(item => item.IsFor(Role)).OrderBy(item => item.Section).ThenBy(item => item.Order).GroupBy(item => item.Section);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Items.Any(item => item.Count is not null))
        {
            _ = InvokeAsync(() => FollowAsync(_leaving.Token));
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await CountAsync(cancel);
                StateHasChanged();
                await Task.Delay(CountsLive, Time, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The viewer left.
        }
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        foreach (var item in Items.Where(item => item.Count is not null && item.IsFor(Role)))
        {
            try
            {
                _counts[item] = await item.Count!(Circuit, cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // A menu without a number is better than no page.
                _counts[item] = null;
                LogCountFailed(Logger, problem, item.Href);
            }
        }
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "The counter of menu entry {Href} could not be read")]
    private static partial void LogCountFailed(ILogger logger, Exception problem, string href);
}
