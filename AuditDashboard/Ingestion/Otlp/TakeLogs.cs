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
        return await storing.HandleAsync(sender, ours.Count == 0 ? [] : await TellAsync(sender, ours, cancel), 0, cancel);
    }

    private async Task<List<TranslatedEvent>> TellAsync(Sender sender, List<OtlpRecord> records, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var told = new List<TranslatedEvent>();
        await transactions.RunAsync(
            store =>
            {
                told.Clear();
                var book = new PartBook(store, sender, now);
                Keep(book, records);
                foreach (var span in records.GroupBy(record => record.Ids))
                {
                    told.AddRange(Tell(book, span, now));
                }
            },
            cancel);
        return told;
    }

    private static void Keep(PartBook book, List<OtlpRecord> records)
    {
        var alike = new Dictionary<(OtlpIds, string, ulong, string?), int>();
        foreach (var (place, record) in records.Index())
        {
            if (WordsOf(record) is { Count: > 0 } said)
            {
                // The same word twice in a talk: two records that differ in nothing.
                var kind = (record.Ids, record.Kind, record.Time, said[0].Text);
                var nth = alike[kind] = alike.GetValueOrDefault(kind) + 1;
                book.Put(record.Ids, record.Kind, new LoggedWords(record.Time, place, said), nth);
            }
        }
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
}
