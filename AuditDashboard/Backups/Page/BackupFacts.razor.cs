using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Backups.Page;

/// <summary>How well the salon sleeps: last backup, last drill, next, the copy elsewhere, the key.</summary>
public sealed partial class BackupFacts
{
    /// <summary>A <see cref="BackupsShown"/>; cascaded, because it stays inside.</summary>
    [CascadingParameter] private BackupsShown Shown { get; set; } = default!;

    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<BackupsText> Text { get; set; } = default!;

    private string NextWords => $"{Dates.Day(Salon.DateOf(Shown.NextAt))}, {Dates.Time(Salon, Shown.NextAt)}";
}
