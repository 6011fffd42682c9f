using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Foreign;

/// <summary>Writes a translation as our own event JSON, within the limits of its members.</summary>
internal static class TranslatedJson
{
    /// <summary>Characters; escaped at worst sixfold, a text stays below the 256 KiB of an event.</summary>
    private const int LongestText = 40_000;

    private const int LongestName = 128;
    private const int LongestId = 256;

    public static ReadOnlyMemory<byte> Write(TranslatedEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        json.WriteString("id"u8, happened.Id);
        json.WriteString("type"u8, happened.Type);
        json.WriteString("time"u8, happened.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Text(json, "session", happened.Session, 512);
        Text(json, "channel", happened.Address.Channel, 64);
        Text(json, "actor", happened.Actor, 32);
        Part(json, "client", ("id", happened.Address.Client, LongestId), ("name", happened.ClientName, 512));
        Text(json, "text", happened.Text, LongestText);
        Text(json, "inReplyTo", happened.InReplyTo, LongestName);
        WriteIntent(json, happened);
        Part(json, "model", ("provider", happened.Provider, LongestName), ("name", happened.Model, LongestName), ("version", happened.ModelVersion, LongestName));
        Text(json, "release", happened.Release, LongestName);
        Part(json, "scenario", ("id", happened.Scenario, LongestId), ("version", happened.ScenarioVersion, LongestName), ("step", happened.ScenarioStep, LongestId));
        Part(json, "lead", ("id", happened.Lead, LongestName));
        WriteUsage(json, happened);
        Whole(json, "latencyMs", happened.LatencyMs);
        WriteData(json, happened.Data);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteIntent(Utf8JsonWriter json, TranslatedEvent happened)
    {
        if (happened.Intent is not { Length: > 0 } intent)
        {
            return;
        }

        json.WriteStartObject("intent"u8);
        Text(json, "name", intent, LongestId);
        if (happened.Confidence is >= 0 and <= 1)
        {
            json.WriteNumber("confidence"u8, happened.Confidence.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, TranslatedEvent happened)
    {
        if (happened.InputTokens is null && happened.OutputTokens is null)
        {
            return;
        }

        json.WriteStartObject("usage"u8);
        Whole(json, "inputTokens", happened.InputTokens);
        Whole(json, "outputTokens", happened.OutputTokens);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, IReadOnlyList<(string Name, object? Value)> data)
    {
        if (data.All(member => member.Value is null))
        {
            return;
        }

        json.WriteStartObject("data"u8);
        foreach (var (name, value) in data)
        {
            switch (value)
            {
                case null: break;
                case long number: json.WriteNumber(name, number); break;
                case double number: json.WriteNumber(name, number); break;
                case bool flag: json.WriteBoolean(name, flag); break;
                default: Text(json, name, value.ToString(), LongestText / 10); break;
            }
        }

        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string? Value, int Longest)> members)
    {
        var isOpen = false;
        foreach (var (member, value, longest) in members)
        {
            if (!isOpen && value is { Length: > 0 })
            {
                json.WriteStartObject(name);
                isOpen = true;
            }

            Text(json, member, value, longest);
        }

        if (isOpen)
        {
            json.WriteEndObject();
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value, int longest)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, ForeignText.Cut(value, longest));
        }
    }

    private static void Whole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is >= 0 and <= 864_000_000)
        {
            json.WriteNumber(name, value.Value);
        }
    }
}
