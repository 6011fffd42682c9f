using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Retention.Rules;

/// <summary>The days in force: a person's, else the configuration's.</summary>
internal sealed class RetentionRules(ISettingSections sections, IOptions<RetentionDefaults> defaults, ContentPeriod period)
{
    public static readonly string Name = "retention";

    public async Task<RetentionDays> CurrentAsync(CancellationToken cancel) =>
        await sections.ReadAsync<RetentionDays>(Name, cancel) is { IsSound: true } set ? set : RetentionDays.All(defaults.Value.Days);

    /// <summary>The write path flags what comes later than this.</summary>
    public async Task ApplyAsync(CancellationToken cancel) => period.Length = TimeSpan.FromDays((await CurrentAsync(cancel)).Conversations);
}
