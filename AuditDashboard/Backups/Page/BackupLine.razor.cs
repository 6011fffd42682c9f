using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Backups.Page;

/// <summary>One backup: when, how large, whether it is sound, and what can be done with it.</summary>
public sealed partial class BackupLine
{
    [Parameter, EditorRequired] public ShownBackup Backup { get; set; } = default!;

    /// <summary>Something is being made or unpacked.</summary>
    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback OnRestore { get; set; }

    [Inject] private IStringLocalizer<BackupsText> Text { get; set; } = default!;

    private string Events => $"{Formats.Count(Backup.Events)} {Plural.Of(Backup.Events, Text["EventsOne"], Text["EventsFew"], Text["EventsMany"])}";
}
