using System.Text.Json;
using AuditDashboard.Demo;

namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>An event of the demo as the small counter reads it back from its bytes.</summary>
internal sealed record CountedEvent(
    string Id, string Type, DateTimeOffset Time, string Bot, string? Session, string? Channel, string? Branch, string Actor, string? Client, string? Phone, string? Text,
    string? Intent, string? Scenario, string? Release, string? Lead, string? Booking, DateTimeOffset? Start, string? InReplyTo, string? Kind, JsonElement More)
{
    public static CountedEvent Read(DemoEvent demo)
    {
        var json = JsonElement.Parse(demo.Json.Span);
        var type = json.GetProperty("type").GetString()!;
        return new(
            Member(json, "id")!, type, json.GetProperty("time").GetDateTimeOffset(), demo.Bot, Member(json, "session"), Member(json, "channel"), Member(json, "branch"),
            Member(json, "actor") ?? (type == "message.received" ? "client" : type == "message.sent" ? "ai" : ""), Member(json, "client", "id"), Member(json, "client", "phone"),
            Member(json, "text"), Member(json, "intent", "name"), Member(json, "scenario", "id"), Member(json, "release"), Member(json, "lead", "id"), Member(json, "booking", "id"),
            Member(json, "booking", "start") is { } start ? DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture) : null,
            Member(json, "inReplyTo"), Member(json, "kind"), json.TryGetProperty("data", out var more) ? more : default);
    }

    public bool Flag(string name) => More.ValueKind == JsonValueKind.Object && More.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public string? Said(string name) =>
        More.ValueKind == JsonValueKind.Object && More.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool IsClosing => Intent is "thanks" or "bye";

    public bool IsReminderButton => Kind == "button" && Said("payload")?.StartsWith("rem:", StringComparison.Ordinal) == true;

    private static string? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Member(JsonElement json, string part, string name) => json.TryGetProperty(part, out var inner) ? Member(inner, name) : null;
}
