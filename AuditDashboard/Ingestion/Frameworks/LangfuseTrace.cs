using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>One turn in a Langfuse batch: what its trace says, and the generation that made the answer.</summary>
internal sealed class LangfuseTrace(string id)
{
    private readonly Dictionary<string, LangfuseGeneration> _generations = new(StringComparer.Ordinal);
    private ForeignValue _trace = ForeignValue.None;
    private DateTimeOffset? _at;

    public void Add(ForeignValue trace, DateTimeOffset at)
    {
        _trace = LangfuseGeneration.Over(_trace, trace);
        _at ??= LocalMoment.Parse(trace["timestamp"], TimeZoneInfo.Utc) ?? at;
    }

    public void AddGeneration(ForeignValue generation, DateTimeOffset at)
    {
        var key = generation["id"].Words ?? "";
        _generations[key] = _generations.TryGetValue(key, out var known) ? known.With(generation, at) : new LangfuseGeneration(generation, at);
    }

    public IEnumerable<TranslatedEvent> Tell()
    {
        var (first, last) = (_generations.Values.MinBy(made => made.Start), _generations.Values.MaxBy(made => made.End));
        if ((LangfuseGeneration.LastWords(_trace["input"]) ?? first?.Question) is { } question)
        {
            yield return Base(DedupeKey.Of("langfuse", id, "in"), "message.received", _at ?? first!.Start) with
            {
                Actor = "client", Text = question, Intent = _trace["metadata"]["intent"].Words, Confidence = _trace["metadata"]["confidence"].Number,
            };
        }

        var answer = LangfuseGeneration.LastWords(_trace["output"]) ?? last?.Answer;
        foreach (var made in _generations.Values.Where(made => made.IsOver && (answer is null || made != last)))
        {
            yield return Made(DedupeKey.Of("langfuse", id, made.Id), "llm.called", made.Start, made);
        }

        if (answer is not null)
        {
            yield return Made(DedupeKey.Of("langfuse", id, "out"), "message.sent", last?.End ?? _at!.Value, last) with
            {
                Actor = "ai", Text = answer, InReplyTo = DedupeKey.Of("langfuse", id, "in"),
            };
        }
    }

    private TranslatedEvent Made(string eventId, string type, DateTimeOffset time, LangfuseGeneration? made) => Base(eventId, type, time) with
    {
        Model = made?.Model, Scenario = made?.Prompt, ScenarioVersion = made?.PromptVersion, InputTokens = made?.InputTokens, OutputTokens = made?.OutputTokens,
        LatencyMs = made?.LatencyMs, Data = made?.Details ?? [],
    };

    private TranslatedEvent Base(string eventId, string type, DateTimeOffset time)
    {
        var session = _trace["sessionId"].Words;
        var channel = _trace["tags"].Items.Select(tag => tag.Text).FirstOrDefault(ClientAddress.IsChannel);
        return new TranslatedEvent(eventId, type, time)
        {
            Session = session ?? id, Address = ClientAddress.Of(channel, _trace["userId"].Words, session), Release = _trace["release"].Words ?? _trace["version"].Words,
        };
    }
}
