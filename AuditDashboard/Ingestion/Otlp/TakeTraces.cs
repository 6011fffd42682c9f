using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.GenAi;
using AuditDashboard.Ingestion.Otlp.Joining;
using AuditDashboard.Ingestion.Otlp.Reading;
using AuditDashboard.Storage;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary><c>/v1/traces</c>: calls of models and tools become events; spans of anything else are counted and let go.</summary>
internal sealed class TakeTraces(ITransactions transactions, StoreTold storing, OtlpCounts counts, TimeProvider time) : ISignal
{
    public string Name => "traces";

    public string RejectedMember => "rejectedSpans";

    public async ValueTask<Taken> TakeAsync(Sender sender, OtlpBody body, CancellationToken cancel)
    {
        var (ours, places) = (new List<OtlpSpan>(), new Dictionary<string, TracePlace>(StringComparer.Ordinal));
        var (rejected, notOurs) = (0, 0);
        body.ForEachSpan(span =>
        {
            var isOurs = SpanUses.Of(span) != SpanUse.None;
            notOurs += isOurs ? 0 : 1;
            rejected += isOurs && !span.Ids.AreValid ? 1 : 0;
            if (span.Ids.AreValid && TracePlace.Of(span) is { } place)
            {
                places.TryAdd(span.Ids.Trace!, place);
            }

            if (isOurs && span.Ids.AreValid)
            {
                ours.Add(span);
            }
        });
        notOurs += LetInnerGo(ours);
        counts.Add(Name, ours.Count, notOurs);
        var taken = await storing.HandleAsync(sender, ours, portion => TellAsync(sender, portion, places, cancel), cancel);
        return taken with { Rejected = taken.Rejected + rejected };
    }

    /// <summary>Two instrumentations around one call (a framework's and its client library's) tell of it twice, one inside the other: the outer one counts.</summary>
    private static int LetInnerGo(List<OtlpSpan> spans)
    {
        var calls = spans.Where(span => SpanUses.Of(span) == SpanUse.Inference).Select(span => (span.Ids.Trace, span.Ids.Span)).ToHashSet();
        return spans.RemoveAll(span => SpanUses.Of(span) == SpanUse.Inference && calls.Contains((span.Ids.Trace, span.ParentId)));
    }

    private async Task<List<TranslatedEvent>> TellAsync(Sender sender, OtlpSpan[] spans, Dictionary<string, TracePlace> places, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var told = new List<TranslatedEvent>();
        await transactions.RunAsync(
            store =>
            {
                told.Clear();
                var book = new PartBook(store, sender, now);
                foreach (var trace in spans.Select(span => span.Ids.Trace!).Distinct())
                {
                    Know(book, trace, places);
                }

                foreach (var span in spans)
                {
                    told.AddRange(Tell(book, span, places.GetValueOrDefault(span.Ids.Trace!), now));
                }
            },
            cancel);
        return told;
    }

    /// <summary>What a trace was known by first holds; a request that says nothing of it learns it from those before.</summary>
    private static void Know(PartBook book, string trace, Dictionary<string, TracePlace> places)
    {
        if (book.Place(trace) is { } known)
        {
            places[trace] = known;
        }
        else if (places.TryGetValue(trace, out var place))
        {
            book.Put(trace, place);
        }
    }

    private static IEnumerable<TranslatedEvent> Tell(PartBook book, OtlpSpan span, TracePlace? place, DateTimeOffset now)
    {
        if (SpanUses.Of(span) == SpanUse.Tool)
        {
            return [TellTool.Tell(span, place, now)];
        }

        var call = ReadCall.Of(span, now);
        call = place?.Complete(call) ?? call;
        call = call.Said.Count == 0 && book.Words(span.Ids) is { Count: > 0 } words ? Joined(call, words) : call;
        book.Put(span.Ids, call);
        return TellCall.Tell(call);
    }

    /// <summary>Before the answer is there, half of the talk may be missing: the question is then told together with it.</summary>
    private static ModelCall Joined(ModelCall call, List<Said> words) => call with { Said = words } is { IsComplete: true } whole ? whole : call;
}
