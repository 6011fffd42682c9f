using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>What could not be read waits for the owner.</summary>
internal static class QuarantineAttention
{
    public static readonly AttentionItem Item = new(60, ReadAsync) { Roles = ["owner"] };

    private static async Task<Attention?> ReadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var count = await services.GetRequiredService<QuarantineQuery>().CountAsync(cancel);
        var text = services.GetRequiredService<IStringLocalizer<IngestionText>>();
        return new Attention(count, text["AttentionTitle"], text["AttentionDetail"], Tone.Warn, "settings/quarantine");
    }
}
