using System.Text.Json;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>What a model answered, told whole or piece by piece.</summary>
internal sealed class ModelAnswer
{
    public string? Id { get; set; }
    public string? Model { get; set; }
    public long? InputTokens { get; set; }
    public long? OutputTokens { get; set; }
    public long? CachedTokens { get; set; }
    public long? ReasoningTokens { get; set; }
    public string? FinishReason { get; set; }
    public int ToolCalls { get; set; }

    /// <summary>Code or type of the error, never its words: they repeat what was asked.</summary>
    public string? Error { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Reads <c>{"error":{…}}</c>, which both protocols have.</summary>
    public void ReadError(JsonElement root)
    {
        var error = Words.Part(root, "error");
        Error ??= Words.Of(error, "code") ?? Words.Of(error, "type") ?? (error.ValueKind == JsonValueKind.Object ? "error" : null);
    }

    public void ReadUsage(JsonElement usage, string input, string output)
    {
        InputTokens = Words.Number(usage, input) ?? InputTokens;
        OutputTokens = Words.Number(usage, output) ?? OutputTokens;
        CachedTokens = Words.Number(Words.Part(usage, input + "_details"), "cached_tokens") ?? CachedTokens;
        ReasoningTokens = Words.Number(Words.Part(usage, output + "_details"), "reasoning_tokens") ?? ReasoningTokens;
    }
}
