using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Health;

/// <summary>A way in through which nothing comes any more costs clients by the hour.</summary>
internal static class HealthAttention
{
    private const int MostNamed = 3;

    public static readonly AttentionItem Item = new(2, ReadAsync) { Roles = ["owner", "auditor"] };

    private static async Task<Attention?> ReadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var endpoints = services.GetRequiredService<IChannelEndpoints>();
        var senders = await services.GetRequiredService<SenderQueries>().Health.TroubledAsync(cancel);
        List<string> troubled =
        [
            .. from sender in senders
               let endpoint = endpoints.Find(sender.Endpoint)
               where endpoint is not { IsPaused: true }
               orderby endpoint?.Name ?? sender.Bot
               select endpoint?.Name ?? sender.Bot,
        ];
        return troubled.Count == 0 ? null
            : new Attention(troubled.Count, HealthWords.Get("AttentionTitle"), HealthWords.Get("AttentionDetail", string.Join(", ", troubled.Take(MostNamed))), Tone.Bad, "channels");
    }
}
