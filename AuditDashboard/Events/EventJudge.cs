using AuditDashboard.Events.Parsing;

namespace AuditDashboard.Events;

/// <summary>Judges one event object against http-api.md section 2.</summary>
public static class EventJudge
{
    /// <summary>The content when it is valid; otherwise null, and the problems by JSON Pointer (RFC 6901) in words for the bot's author.</summary>
    public static EventContent? Judge(ReadOnlyMemory<byte> json, out IReadOnlyDictionary<string, string[]> problems)
    {
        var content = EventContentReader.Judge(json, out var found);
        problems = found.Count == 0 ? Empty : found.GroupBy(problem => problem.Pointer).ToDictionary(group => group.Key, group => group.Select(problem => problem.Words).ToArray());
        return content;
    }

    private static readonly IReadOnlyDictionary<string, string[]> Empty = new Dictionary<string, string[]>();
}
