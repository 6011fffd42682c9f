using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Exports.Page;

/// <summary>One schedule: what it makes, when, and when next.</summary>
public sealed partial class ScheduleLine
{
    [Parameter, EditorRequired] public ReportSchedule Schedule { get; set; } = default!;

    [Parameter] public EventCallback OnRemove { get; set; }

    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<ExportsText> Text { get; set; } = default!;

    private string Next => $"{Dates.Day(Salon.DateOf(Schedule.NextAt))}, {Dates.Time(Salon, Schedule.NextAt)}";
}
