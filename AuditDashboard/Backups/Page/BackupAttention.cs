using AuditDashboard.Backups.Files;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Backups.Page;

/// <summary>Tells the owner on the start page when there is nothing to go back to.</summary>
internal static class BackupAttention
{
    public static readonly AttentionItem Item = new(50, (services, _) => Task.FromResult(Read(services))) { Roles = ["owner"] };

    private static Attention? Read(IServiceProvider services)
    {
        var alarms = services.GetRequiredService<BackupAlarms>().Find();
        if (alarms.Count == 0)
        {
            return null;
        }

        var text = services.GetRequiredService<IStringLocalizer<BackupsText>>();
        var newest = services.GetRequiredService<BackupShelf>().Present().FirstOrDefault(backup => backup.IsVerified);
        var detail = newest is null ? text["AlarmNone"].Value : text["AlarmLast", Dates.Ago(services.GetRequiredService<SalonClock>(), newest.CreatedAt)];
        return new Attention(alarms.Count, text[$"Alarm_{alarms[0]}"], detail, alarms[0] is "unsent" ? Tone.Warn : Tone.Bad, "settings/backups");
    }
}
