using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.GenAi;
using AuditDashboard.Ingestion.Otlp.Joining;
using AuditDashboard.Ingestion.Otlp.Reading;
using AuditDashboard.Storage;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary><c>/v1/logs</c>: what was said in a call of a model waits for its span, or joins it; verdicts about intents; everything else is counted and let go.</summary>
internal sealed class TakeLogs(ITransactions transactions, StoreTold storing, OtlpCounts counts, TimeProvider time) : ISignal
{
    public string Name => "logs";

    public string RejectedMember => "rejectedLogRecords";

    public async ValueTask<Taken> TakeAsync(Sender sender, OtlpBody body, CancellationToken cancel)
    {
        var (ours, notOurs) = (new List<OtlpRecord>(), 0);
        body.ForEachRecord(record =>
        {
            if (record.Ids.AreValid && (TellVerdict.IsAboutIntent(record) || WordsOf(record).Count > 0))
            {
                ours.Add(record);
            }
            else
            {
                notOurs++;
            }
        });
        counts.Add(Name, ours.Count, notOurs);
        return await storing.HandleAsync(sender, Placed(ours), portion => TellAsync(sender, portion, cancel), cancel);
    }

    /// <summary>The same word twice in a talk: two records that differ in nothing but that one is the second.</summary>
    private static List<PlacedRecord> Placed(List<OtlpRecord> records)
    {
        var alike = new Dictionary<(OtlpIds, string, ulong, string?), int>();
        return [.. records.Select((record, place) =>
        {
            var said = WordsOf(record);
            var kind = (record.Ids, record.Kind, record.Time, said.FirstOrDefault()?.Text);
            return new PlacedRecord(record, said, place, alike[kind] = alike.GetValueOrDefault(kind) + 1);
        })];
    }

    private async Task<List<TranslatedEvent>> TellAsync(Sender sender, PlacedRecord[] records, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var told = new List<TranslatedEvent>();
        await transactions.RunAsync(
            store =>
            {
                told.Clear();
                var book = new PartBook(store, sender, now);
                foreach (var (record, said, place, nth) in records.Where(placed => placed.Said.Count > 0))
                {
                    book.Put(record.Ids, record.Kind, new LoggedWords(record.Time, place, said), nth);
                }

                foreach (var span in records.Select(placed => placed.Record).GroupBy(record => record.Ids))
                {
                    told.AddRange(Tell(book, span, now));
                }
            },
            cancel);
        return told;
    }

    private static IEnumerable<TranslatedEvent> Tell(PartBook book, IGrouping<OtlpIds, OtlpRecord> span, DateTimeOffset now)
    {
        if (book.Call(span.Key) is not { } call)
        {
            yield break;
        }

        var whole = call with { Said = book.Words(span.Key) };
        if (whole is { IsComplete: true, Said.Count: > 0 })
        {
            book.Put(span.Key, whole);
            foreach (var happened in TellCall.Tell(whole))
            {
                yield return happened;
            }
        }

        var question = book.Call(span.Key)!.QuestionId;
        foreach (var verdict in span.Select(record => TellVerdict.Tell(record, call, question, now)).OfType<TranslatedEvent>())
        {
            yield return verdict;
        }
    }

    private static List<Said> WordsOf(OtlpRecord record) => record.Kind == SaidInLog.Details
        ? SaidInLog.ReadDetails(record.Attributes)
        : SaidInLog.Read(record.Kind, record.Body) is { } one ? [one] : [];

    /// <param name="Place">In the request.</param>
    /// <param name="Nth">Among those that are alike.</param>
    private sealed record PlacedRecord(OtlpRecord Record, List<Said> Said, int Place, int Nth);
}
