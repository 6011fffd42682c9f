using System.Text.Json;

namespace AuditDashboard.Events;

/// <summary>
/// What a bot or channel said happened: the members of http-api.md section 2, read from the exact bytes kept in the log.
/// Members that were not sent are null. Unknown members stay in the bytes and are not read.
/// </summary>
public sealed record EventContent
{
    private JsonElement? _data;

    public string Id { get; internal set; } = "";
    public string Type { get; internal set; } = "";
    public DateTimeOffset Time { get; internal set; }
    public string? Session { get; internal set; }
    public string? Channel { get; internal set; }
    public string? Branch { get; internal set; }
    public string? Actor { get; internal set; }
    public string? Kind { get; internal set; }
    public string? Text { get; internal set; }
    public string? InReplyTo { get; internal set; }
    public string? Release { get; internal set; }
    public string? ExternalId { get; internal set; }
    public long? LatencyMs { get; internal set; }
    public ClientPart? Client { get; internal set; }
    public IntentPart? Intent { get; internal set; }
    public ModelPart? Model { get; internal set; }
    public ScenarioPart? Scenario { get; internal set; }
    public LeadPart? Lead { get; internal set; }
    public BookingPart? Booking { get; internal set; }
    public PaymentPart? Payment { get; internal set; }
    public UsagePart? Usage { get; internal set; }
    public MediaPart? Media { get; internal set; }
    public TranscriptPart? Transcript { get; internal set; }
    public LocationPart? Location { get; internal set; }
    public CallPart? Call { get; internal set; }

    /// <summary>The bytes of <c>source</c> (attribution), a JSON object; empty when absent.</summary>
    public ReadOnlyMemory<byte> SourceJson { get; internal set; }

    /// <summary>The bytes of <c>data</c>, kept verbatim; empty when absent.</summary>
    public ReadOnlyMemory<byte> DataJson { get; internal set; }

    /// <summary>True only where <c>data.&lt;name&gt;</c> is JSON <c>true</c> (kpi-notes.md: a flag counts only as such).</summary>
    public bool Flag(string name) => DataMember(name) is { ValueKind: JsonValueKind.True };

    /// <summary><c>data.&lt;name&gt;</c> where it is a string, else null.</summary>
    public string? DataText(string name) => DataMember(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary><c>data.&lt;name&gt;</c>, or null where <c>data</c> is no object or lacks it.</summary>
    public JsonElement? DataMember(string name)
    {
        if (DataJson.IsEmpty)
        {
            return null;
        }

        _data ??= JsonElement.Parse(DataJson.Span);
        return _data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var member) ? member : null;
    }

    /// <param name="Id">The client's address in the channel, with its prefix (<c>tg:</c>, <c>wa:</c>, <c>tel:</c> + E.164 …).</param>
    /// <param name="Phone">As it was sent; E.164 is made by the client directory.</param>
    public sealed record ClientPart(string? Id, string? Name, string? Phone);

    public sealed record IntentPart(string Name, double? Confidence);

    public sealed record ModelPart(string? Provider, string? Name, string? Version);

    public sealed record ScenarioPart(string? Id, string? Version, string? Step);

    public sealed record LeadPart(string? Id, long? Bitrix24);

    /// <param name="PriceKopecks">Price in kopecks (1/100 of the currency).</param>
    public sealed record BookingPart(
        string Id, string? Service, string? Staff, DateTimeOffset? Start, DateTimeOffset? End, long? PriceKopecks, string? Currency);

    public sealed record PaymentPart(long AmountKopecks, string? Currency);

    public sealed record UsagePart(long? InputTokens, long? OutputTokens);

    public sealed record MediaPart(string? Kind, string? FileId, string? Mime, double? DurationSeconds);

    public sealed record TranscriptPart(string? Text, double? Confidence, string? Engine);

    public sealed record LocationPart(double Lat, double Lon);

    public sealed record CallPart(string? Direction, string? Result, double? DurationSeconds, double? WaitSeconds, string? RecordId);
}
