using System.Globalization;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Retention.Page;

/// <summary>The three periods, and what they would take: counted anew whenever a slider comes to rest.</summary>
public sealed partial class PeriodForm
{
    private static readonly string[] Kinds = ["conversations", "calls", "quarantine"];

    private RetentionView.Periods _days = new(90, 90, 90);
    private (long Messages, long Dialogs, long Clients)? _preview;

    [Parameter, EditorRequired] public RetentionView.Periods Days { get; set; } = default!;

    [Parameter, EditorRequired] public Func<RetentionView.Periods, Task<(long Messages, long Dialogs, long Clients)>> Preview { get; set; } = default!;

    [Parameter] public EventCallback<RetentionView.Periods> OnSave { get; set; }

    [Parameter] public EventCallback<RetentionView.Periods> OnRun { get; set; }

    [Inject] private IStringLocalizer<RetentionText> Text { get; set; } = default!;

    protected override void OnInitialized() => _days = Days;

    // Counting may take a while: the page is there before it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await PreviewAsync();
            StateHasChanged();
        }
    }

    private int Chosen(string kind) => kind switch
    {
        "calls" => _days.Calls,
        "quarantine" => _days.Quarantine,
        _ => _days.Conversations,
    };

    private string DaysOf(string kind) => $"{Chosen(kind)} {Text[Plural.Of(Chosen(kind), "DaysOne", "DaysFew", "DaysMany")]}";

    private void Move(string kind, object? value)
    {
        if (!int.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return;
        }

        _days = kind switch
        {
            "calls" => _days with { Calls = days },
            "quarantine" => _days with { Quarantine = days },
            _ => _days with { Conversations = days },
        };
    }

    private async Task PreviewAsync()
    {
        var asked = _days;
        _preview = null;
        var found = await Preview(asked);
        if (asked == _days)
        {
            _preview = found;
        }
    }
}
