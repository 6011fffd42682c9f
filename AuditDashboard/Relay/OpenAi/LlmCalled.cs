using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>
/// <c>llm.called</c> (http-api.md section 2) at the moment the bot asked, under the member names that telemetry uses: <c>model.name</c> is what was asked
/// for and <c>model.version</c> what answered, prompt name and version stand in <c>scenario</c> (standards.md section 3.1).
/// </summary>
/// <param name="Error">Why it failed: the service's code, <c>http_503</c>, <c>unreachable</c>, <c>late</c>, <c>caller_gone</c>; null where it did not.</param>
internal sealed record LlmCalled(CallWatch Watch, ModelRequest Asked, string? Error)
{
    private const int LongestName = 128;
    private const int LongestText = 32 * 1024;

    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal)
    {
        ["tg"] = "telegram", ["wa"] = "whatsapp", ["ig"] = "instagram", ["max"] = "max", ["vk"] = "vk",
    };

    public string? Session { get; init; }
    public string? Client { get; init; }
    public string? Prompt { get; init; }
    public string? PromptVersion { get; init; }

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> ToJson(OpenAiRelayOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        Write(json, "id", $"llm-{Guid.CreateVersion7(Watch.StartedAt)}", LongestName);
        Write(json, "type", "llm.called", LongestName);
        Write(json, "time", Watch.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), LongestName);
        Write(json, "session", Session, 512);
        Write(json, "channel", Client is { } address ? Channels.GetValueOrDefault(address.Split(':')[0]) : null, 64);
        Write(json, "externalId", Watch.Answer.Id, 512);
        Group(json, "client", ("id", Client));
        Group(json, "model", ("provider", options.Provider), ("name", Asked.Model ?? Watch.Answer.Model), ("version", Watch.Answer.Model));
        Group(json, "scenario", ("id", Prompt), ("version", PromptVersion));
        WriteUsage(json);
        json.WriteNumber("latencyMs"u8, Watch.ElapsedMs);
        WriteDetails(json, options.KeepTexts);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteUsage(Utf8JsonWriter json)
    {
        if (Watch.Answer is { InputTokens: null, OutputTokens: null })
        {
            return;
        }

        json.WriteStartObject("usage"u8);
        Write(json, "inputTokens", Watch.Answer.InputTokens);
        Write(json, "outputTokens", Watch.Answer.OutputTokens);
        json.WriteEndObject();
    }

    private void WriteDetails(Utf8JsonWriter json, bool keepTexts)
    {
        var answer = Watch.Answer;
        json.WriteStartObject("data"u8);
        Write(json, "operation", Watch.Operation, LongestName);
        json.WriteBoolean("stream"u8, Asked.IsStream);
        Write(json, "finishReason", answer.FinishReason, LongestName);
        Write(json, "error", Error, LongestName);
        Write(json, "status", Watch.Status);
        Write(json, "timeToFirstChunkMs", Watch.FirstPieceMs);
        Write(json, "toolCalls", answer.ToolCalls == 0 ? null : answer.ToolCalls);
        Write(json, "cachedTokens", answer.CachedTokens);
        Write(json, "reasoningTokens", answer.ReasoningTokens);
        if (keepTexts)
        {
            Write(json, "input", Asked.LastWords, LongestText);
            Write(json, "output", answer.Text.Length == 0 ? null : answer.Text, LongestText);
        }

        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var isOpen = false;
        foreach (var (member, value) in members)
        {
            if (value is not null)
            {
                if (!isOpen)
                {
                    json.WriteStartObject(name);
                    isOpen = true;
                }

                Write(json, member, value, LongestName);
            }
        }

        if (isOpen)
        {
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? value, int longest)
    {
        if (value is not null)
        {
            json.WriteString(name, Words.Cut(value, longest));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
