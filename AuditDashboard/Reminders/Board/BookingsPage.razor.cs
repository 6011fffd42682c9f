using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Board;

/// <summary>Записи: who comes when, what was said about it, and what staff can do. The address is the state.</summary>
public sealed partial class BookingsPage : LivePage
{
    private readonly Dictionary<string, DateTimeOffset> _held = [];
    private BoardView? _shown;
    private (string Tab, string? Branch)? _read;
    private bool _failed;
    private (string Words, Tone Tone)? _notice;

    [SupplyParameterFromQuery(Name = "f")] private string? Asked { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }

    [Inject] private BoardQuery Query { get; set; } = default!;
    [Inject] private BoardDialogs Dialogs { get; set; } = default!;
    [Inject] private Pulse<AppointmentsChanged> Changed { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ILogger<BookingsPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<RemindersText> Text { get; set; } = default!;

    private string Tab => BoardTab.Of(Asked);

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Tab, Branch))
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var asked = (Tab, Branch);
        try
        {
            var shown = await Query.RunAsync(asked.Tab, Some(Branch), Leaving);
            if (asked == (Tab, Branch))
            {
                (_shown, _read, _failed) = (shown, asked, false);
                _held.Where(held => held.Value <= Clock.GetUtcNow()).ToList().ForEach(held => _held.Remove(held.Key));
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _failed = true;
            LogUnread(Logger, problem);
        }
    }

    private async Task ActAsync(BoardLine line, string act)
    {
        _notice = null;
        _held[line.Key] = Clock.GetUtcNow() + HeldActs.Patience;
        if (await Dialogs.HoldAsync(line, act, () => InvokeAsync(() => Release(line)), Leaving) is { } refusal)
        {
            Release(line);
            _notice = (Text[$"Refused_{refusal.Code}"], Tone.Bad);
        }
    }

    private async Task MoveAsync(BoardLine line, DateTime wall)
    {
        _notice = await Dialogs.MoveAsync(line, wall, Clock.GetUtcNow(), Leaving);
        await ReadAsync();
    }

    private async Task RemindAsync(BoardLine line)
    {
        _notice = await Dialogs.RemindAsync(line, Leaving);
        await ReadAsync();
    }

    private void Release(BoardLine line)
    {
        _held.Remove(line.Key);
        StateHasChanged();
    }

    private string GroupOf(BoardGroup group) => string.Join(" · ", new[] { group.Branch, group.Staff ?? Text["NoStaff"].Value }.Where(part => part.Length > 0));

    private string LinkTo(string tab) => Navigation.GetUriWithQueryParameter("f", tab == BoardTab.All[0] ? null : tab);

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [LoggerMessage(EventId = 4050, Level = LogLevel.Error, Message = "The page of bookings could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
