using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Exports.Page;

/// <summary>What to take out and how; every choice but the phones is a change of the address.</summary>
public sealed partial class ExportForm
{
    private static readonly IReadOnlyList<string> Channels = ["telegram", "whatsapp", "instagram", "max", "vk", "phone", "web"];

    private bool _uncovered;
    private string _weekday = "";
    private int _hour = 7;

    [Parameter, EditorRequired] public string What { get; set; } = "";

    /// <summary>excel-ru | rfc4180 | jsonl | json</summary>
    [Parameter, EditorRequired] public string Code { get; set; } = "";

    [Parameter] public string? Channel { get; set; }

    [Parameter] public string? Branch { get; set; }

    [Parameter, EditorRequired] public Period Period { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<BranchOption> Branches { get; set; } = [];

    /// <summary>Rows; null while they are being counted.</summary>
    [Parameter] public long? Expected { get; set; }

    [Parameter] public bool MayUncover { get; set; }

    [Parameter] public bool MaySchedule { get; set; }

    /// <summary>True = with whole phones.</summary>
    [Parameter] public EventCallback<bool> OnMake { get; set; }

    [Parameter] public EventCallback<Schedule> OnSchedule { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<ExportsText> Text { get; set; } = default!;

    private string Estimate => Expected switch
    {
        null => Text["Counting"],
        0 => Text["NothingToExport"],
        { } rows => Text["Estimate", Ui.Formats.Count(rows), ReportWords.Rows(Text, rows)],
    };

    private void Go(string name, object? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, value is string { Length: > 0 } chosen ? chosen : null));

    private Task MakeAsync() => OnMake.InvokeAsync(_uncovered);

    private Task ScheduleAsync() => OnSchedule.InvokeAsync(new Schedule(Enum.TryParse<DayOfWeek>(_weekday, out var day) ? day : null, _hour, _uncovered));

    /// <param name="Weekday">Null = every day.</param>
    public sealed record Schedule(DayOfWeek? Weekday, int Hour, bool Uncovered);
}
