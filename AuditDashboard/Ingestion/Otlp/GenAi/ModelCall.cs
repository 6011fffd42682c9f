using System.Text.Json.Serialization;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>One call of a model, whoever instrumented it. Kept as JSON while its words are on their way.</summary>
/// <param name="Start">UTC. The nearest we know to when the client wrote.</param>
/// <param name="End">UTC. The nearest we know to when the answer went out.</param>
internal sealed record ModelCall(string Trace, string Span, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>What the bot calls the conversation; null where it does not say.</summary>
    public string? Session { get; init; }

    public string? User { get; init; }
    public string? Channel { get; init; }
    public string? Lead { get; init; }
    public string? Intent { get; init; }
    public double? Confidence { get; init; }
    public string? Operation { get; init; }
    public string? Provider { get; init; }
    public string? RequestModel { get; init; }
    public string? ResponseModel { get; init; }
    public string? Prompt { get; init; }
    public string? PromptVersion { get; init; }
    public string? Release { get; init; }
    public string? Agent { get; init; }
    public string? ResponseId { get; init; }
    public string? FinishReason { get; init; }
    public string? Error { get; init; }
    public long? InputTokens { get; init; }
    public long? OutputTokens { get; init; }
    public long? CachedTokens { get; init; }
    public long? ReasoningTokens { get; init; }
    public long? FirstChunkMs { get; init; }

    /// <summary>False for embeddings and for answers made for programs (JSON): nobody says those to a client.</summary>
    public bool AnswersInWords { get; init; }

    public IReadOnlyList<Said> Said { get; init; } = [];

    /// <summary>The client's message it was made for, once known: outlives <see cref="Said"/>.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Nothing more is to come: the model answered, or failed.</summary>
    [JsonIgnore]
    public bool IsComplete => Error is not null || Said.Any(message => message.IsOutput);

    [JsonIgnore]
    public long LatencyMs => Math.Max(0, (long)(End - Start).TotalMilliseconds);

    [JsonIgnore]
    public ClientAddress Address => ClientAddress.Of(Channel, User, Session);
}
