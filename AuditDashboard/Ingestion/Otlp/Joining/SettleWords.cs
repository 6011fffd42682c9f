using System.Text.Json;
using AuditDashboard.Ingestion.Otlp.GenAi;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>
/// Ends the waiting: words whose span did not come in two minutes go to the log without it, and all words leave the table of pieces. What was already told
/// is told again and found to be a repeat, so nothing needs to remember it.
/// </summary>
internal sealed class SettleWords(IDbContextFactory<AuditDbContext> databases, WriteGate gate, IIngest ingest, TimeProvider time)
{
    /// <summary>How long words wait for their span.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How long a span is remembered for words and verdicts that come late.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private const int Portion = 500;

    public async Task HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        while (await SettleSomeAsync(db, now - Patience, cancel))
        {
        }

        var forgotten = now - Memory;
        if (await db.Set<PartRow>().AnyAsync(row => row.ReceivedAt < forgotten, cancel))
        {
            using var pass = await gate.EnterAsync(cancel);
            await db.Set<PartRow>().Where(row => row.ReceivedAt < forgotten).ExecuteDeleteAsync(cancel);
        }
    }

    /// <returns>True when there may be more.</returns>
    private async Task<bool> SettleSomeAsync(AuditDbContext db, DateTimeOffset until, CancellationToken cancel)
    {
        var oldest = await db.Set<PartRow>().AsNoTracking().Where(row => row.Kind == PartRow.Words && row.ReceivedAt < until)
            .OrderBy(row => row.ReceivedAt).Select(row => new { row.Bot, row.TraceId, row.SpanId }).Take(Portion).ToListAsync(cancel);
        foreach (var span in oldest.Distinct())
        {
            var parts = await db.Set<PartRow>().AsNoTracking()
                .Where(row => row.Bot == span.Bot && row.TraceId == span.TraceId && (row.SpanId == span.SpanId || row.SpanId == "")).ToListAsync(cancel);
            var words = parts.FindAll(row => row.Kind == PartRow.Words);
            if (await TellAsync(parts, words, cancel) is { Refusal: not null })
            {
                return false;
            }

            using var pass = await gate.EnterAsync(cancel);
            await db.Set<PartRow>().Where(row => row.Bot == span.Bot && row.TraceId == span.TraceId && row.SpanId == span.SpanId && row.Kind == PartRow.Words)
                .ExecuteDeleteAsync(cancel);
        }

        return oldest.Count == Portion;
    }

    private ValueTask<IngestReceipt> TellAsync(List<PartRow> parts, List<PartRow> words, CancellationToken cancel)
    {
        var call = Read<ModelCall>(parts, PartRow.Call).FirstOrDefault();
        var logged = Read<LoggedWords>(words, PartRow.Words).ToList();
        var told = call is not null
            ? TellCall.Tell(call with { Said = LoggedWords.Together(logged) })
            : TellCall.Tell(WithoutSpan(words[0], logged, Read<TracePlace>(parts, PartRow.Place).FirstOrDefault())).Where(happened => happened.Type != TellCall.LlmCalled);
        var offered = told.Select(happened => happened.Offer(OtlpList.Envelope)).ToList();
        return ingest.TakeAsync(new Sender(words[0].Bot, words[0].Branch), offered, cancel);
    }

    private static ModelCall WithoutSpan(PartRow row, List<LoggedWords> logged, TracePlace? place)
    {
        var said = LoggedWords.Together(logged);
        var start = SpanTimes.Moment(logged.Min(record => record.Time)) ?? row.ReceivedAt;
        var end = SpanTimes.Moment(logged.Max(record => record.Time)) ?? row.ReceivedAt;
        var call = new ModelCall(row.TraceId, row.SpanId, start, end) { AnswersInWords = true, Said = said };
        return place?.Complete(call) ?? call;
    }

    private static IEnumerable<TPart> Read<TPart>(IEnumerable<PartRow> rows, string kind) =>
        rows.Where(row => row.Kind == kind).Select(row => JsonSerializer.Deserialize<TPart>(row.Content)!);
}
