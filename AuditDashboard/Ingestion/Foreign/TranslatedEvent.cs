namespace AuditDashboard.Ingestion.Foreign;

/// <summary>What somebody else's body says happened, in the words of http-api.md section 2. Members may be longer than ours may be: they are cut when written.</summary>
/// <param name="Id">Of <see cref="Foundation.DedupeKey"/>.</param>
/// <param name="Time">UTC, or with its offset.</param>
internal sealed record TranslatedEvent(string Id, string Type, DateTimeOffset Time)
{
    public string? Session { get; init; }

    public ClientAddress Address { get; init; }

    public string? ClientName { get; init; }

    public string? Actor { get; init; }

    public string? Text { get; init; }

    public string? InReplyTo { get; init; }

    public string? Intent { get; init; }

    /// <summary>0..1; anything else is not written.</summary>
    public double? Confidence { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? ModelVersion { get; init; }

    public string? Release { get; init; }

    public string? Scenario { get; init; }

    public string? ScenarioVersion { get; init; }

    public string? ScenarioStep { get; init; }

    public string? Lead { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public long? LatencyMs { get; init; }

    /// <summary>Members of <c>data</c>; those without a value are not written.</summary>
    public IReadOnlyList<(string Name, object? Value)> Data { get; init; } = [];

    /// <summary>By JSON Pointer into the sender's body: why this cannot be an event. Then only <see cref="Id"/> counts.</summary>
    public IReadOnlyDictionary<string, string[]>? Problems { get; init; }

    /// <param name="raw">The sender's own body, JSON, to lie beside the event; empty where another event of the body carries it.</param>
    public OfferedEvent Offer(string envelope, ReadOnlyMemory<byte> raw = default) =>
        new(TranslatedJson.Write(this), envelope) { Raw = raw, RepeatsMayDiffer = true, Problems = Problems };
}
