using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.GenAi;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>One call of a model in a Langfuse batch; an update adds to what was created.</summary>
internal sealed record LangfuseGeneration(ForeignValue Body, DateTimeOffset At)
{
    public string Id => Body["id"].Words ?? "";

    public DateTimeOffset Start => Moment("startTime") ?? At;

    public DateTimeOffset End => Moment("endTime") ?? At;

    /// <summary>It says when it ended, or what it came to.</summary>
    public bool IsOver => !Body["endTime"].IsNone || !Body["output"].IsNone;

    public long? LatencyMs => Moment("startTime") is { } start && Moment("endTime") is { } end && end >= start ? (long)(end - start).TotalMilliseconds : null;

    public string? Model => Body["model"].Words;

    public string? Prompt => Body["promptName"].Words;

    public string? PromptVersion => Body["promptVersion"].Words;

    public long? InputTokens => Body["usageDetails"]["input"].Whole ?? Body["usage"]["input"].Whole ?? Body["usage"]["promptTokens"].Whole;

    public long? OutputTokens => Body["usageDetails"]["output"].Whole ?? Body["usage"]["output"].Whole ?? Body["usage"]["completionTokens"].Whole;

    /// <summary>The client's last words in what the model was given.</summary>
    public string? Question => Turn.Of(ReadMessage.All(Body["input"]["messages"] is { IsList: true } inner ? inner : Body["input"], isOutput: false), answersInWords: true).Question;

    public string? Answer => LastWords(Body["output"]);

    public (string Name, object? Value)[] Details =>
    [
        ("error", Body["level"].Text == "ERROR" ? Body["statusMessage"].Text ?? "error" : null),
        ("timeToFirstChunkMs", Moment("completionStartTime") is { } first && first >= Start ? (long)(first - Start).TotalMilliseconds : null),
        ("generationId", Body["id"].Words),
    ];

    public LangfuseGeneration With(ForeignValue update, DateTimeOffset at) => new(Over(Body, update), at > At ? at : At);

    /// <summary>Text as it is, or of the last message that has words.</summary>
    public static string? LastWords(ForeignValue value)
    {
        var messages = ReadMessage.All(value["messages"] is { IsList: true } inner ? inner : value, isOutput: true);
        return messages.FindLast(message => !string.IsNullOrWhiteSpace(message.Text))?.Text;
    }

    /// <summary>Members of the update over those known.</summary>
    public static ForeignValue Over(ForeignValue known, ForeignValue update)
    {
        var members = new Dictionary<string, ForeignValue>(known.Members, StringComparer.Ordinal);
        foreach (var (name, value) in update.Members.Where(member => !member.Value.IsNone))
        {
            members[name] = value;
        }

        return new ForeignValue(members);
    }

    private DateTimeOffset? Moment(string name) => LocalMoment.Parse(Body[name], TimeZoneInfo.Utc);
}
