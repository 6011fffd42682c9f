using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Otlp.GenAi;
using AuditDashboard.Ingestion.Otlp.Reading;
using AuditDashboard.Storage.Rows;
using AuditDashboard.Storage;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>
/// The pieces of calls. Only inside a transaction of the write connection: whoever writes a piece reads the others in the same transaction, so of two
/// requests that come at once the later one sees the whole.
/// </summary>
internal sealed class PartBook(WriteConnection store, Sender sender, DateTimeOffset now)
{
    private readonly RowTable<PartRow> _parts = store.Table<PartRow>();

    public void Put(OtlpIds ids, ModelCall call)
    {
        var question = Turn.Of(call.Said, call.AnswersInWords).QuestionId(call.Trace) ?? call.QuestionId;
        Put(ids, PartRow.Call, "", JsonSerializer.SerializeToUtf8Bytes(call with { Said = [], QuestionId = question }));
    }

    public void Put(string trace, TracePlace place) => Put(new OtlpIds(trace, ""), PartRow.Place, "", JsonSerializer.SerializeToUtf8Bytes(place));

    public void Put(OtlpIds ids, string kind, LoggedWords words, int nth)
    {
        var said = JsonSerializer.SerializeToUtf8Bytes(words.Said);
        Put(ids, PartRow.Words, DedupeKey.Digest($"{kind} {words.Time} {nth} {DedupeKey.Digest(said, 32)}", 32), JsonSerializer.SerializeToUtf8Bytes(words));
    }

    public TracePlace? Place(string trace) => Find<TracePlace>(new OtlpIds(trace, ""), PartRow.Place).FirstOrDefault();

    public ModelCall? Call(OtlpIds ids) => Find<ModelCall>(ids, PartRow.Call).FirstOrDefault();

    /// <summary>What the log records of the span hold so far, in order.</summary>
    public List<Said> Words(OtlpIds ids) => LoggedWords.Together(Find<LoggedWords>(ids, PartRow.Words));

    private void Put(OtlpIds ids, string kind, string key, byte[] content) => _parts.Upsert(new PartRow
    {
        Bot = sender.Bot, TraceId = ids.Trace!, SpanId = ids.Span!, Kind = kind, Key = key, Branch = sender.Branch, ReceivedAt = now, Content = content,
    });

    private IEnumerable<TPart> Find<TPart>(OtlpIds ids, string kind) =>
        PartSearch.Of(_parts).List(sender.Bot, ids.Trace, ids.Span, kind).Select(row => JsonSerializer.Deserialize<TPart>(row.Content)!);
}
