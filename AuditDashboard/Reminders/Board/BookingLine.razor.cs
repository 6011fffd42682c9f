using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Board;

/// <summary>One booking: who, when, how far, and what can be said about it.</summary>
public sealed partial class BookingLine
{
    private bool _isOpen;
    private DateTime _wall;

    [Parameter, EditorRequired] public BoardLine Line { get; set; } = default!;

    /// <summary>Something was said about it that can still be taken back.</summary>
    [Parameter] public bool IsHeld { get; set; }

    [Parameter] public bool MayAct { get; set; }

    [Parameter] public EventCallback<string> OnAct { get; set; }

    [Parameter] public EventCallback<DateTime> OnMove { get; set; }

    [Parameter] public EventCallback OnRemind { get; set; }

    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private IStringLocalizer<RemindersText> Text { get; set; } = default!;

    private bool IsAhead => Line.StartAt > Time.GetUtcNow();

    private string Below => string.Join(" · ", new[] { Line.Service, Line.Phone?.Replace(' ', '\u00A0'), Line.MovedFrom is { } from ? Text["MovedFrom", $"{Dates.Day(DateOnly.FromDateTime(from))} {from:HH:mm}"].Value : null }
        .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A visit that is over and of which nobody has said whether the client came.</summary>
    private string State => Line.IsOpen && !IsAhead ? "unmarked" : Line.Fact ?? Line.Plan;

    private string StateWord => IsHeld ? Text["Held"] : Text[$"State_{State}"];

    private Tone StateTone => State switch
    {
        "attended" or "confirmed" => Tone.Good,
        "no_show" => Tone.Bad,
        "unmarked" => Tone.Warn,
        "declined" or "cancelled" => Tone.Flat,
        _ => Tone.Info,
    };

    private IEnumerable<string> Acts => IsAhead
        ? Line.Plan == "confirmed" ? ["cancel"] : Line.Plan == "created" ? ["confirm", "cancel"] : ["confirm"]
        : Line.Fact == "attended" ? ["noshow"] : Line.Fact == "no_show" ? ["came"] : ["came", "noshow"];

    protected override void OnParametersSet() => _wall = _isOpen ? _wall : Line.Wall;

    private async Task ActAsync(string act)
    {
        _isOpen = false;
        await OnAct.InvokeAsync(act);
    }

    private async Task MoveAsync()
    {
        _isOpen = false;
        await OnMove.InvokeAsync(_wall);
    }
}
