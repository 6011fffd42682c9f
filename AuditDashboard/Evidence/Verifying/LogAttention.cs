using AuditDashboard.Evidence.Signing;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>A log that no longer fits its checkpoints stands first on the start page.</summary>
internal static class LogAttention
{
    public static readonly AttentionItem Item = new(1, ReadAsync) { Roles = ["owner", "auditor"] };

    private static Task<Attention?> ReadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var text = services.GetRequiredService<IStringLocalizer<EvidenceText>>();
        return Task.FromResult(services.GetRequiredService<LogAlarm>().Fault is { } fault
            ? new Attention(1, text["AttentionTitle"], FaultWords.Place(text, fault), Tone.Bad, "access-log/check")
            : null);
    }
}
