using System.Text;
using AuditDashboard.Events;

namespace AuditDashboard.Tests.Support;

/// <summary>Valid drafts from JSON, as the edges make them.</summary>
internal static class Drafts
{
    public static EventDraft Of(string json, string bot = "salon-bot", string? branch = null)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var content = EventJudge.Judge(bytes, out var problems);
        Assert.True(content is not null, string.Join("; ", problems.Select(problem => $"{problem.Key}: {string.Join(", ", problem.Value)}")));
        return new EventDraft { Bot = bot, Envelope = "native", Branch = branch, Content = content, Json = bytes };
    }

    public static EventDraft Message(string id, string time, string text = "Здравствуйте", string? session = "s-1", string? client = "tg:700000101", string? more = null) =>
        Of($$"""
            {"id":"{{id}}","type":"message.received","time":"{{time}}","channel":"telegram","text":"{{text}}"
            {{(session is null ? "" : $",\"session\":\"{session}\"")}}{{(client is null ? "" : $",\"client\":{{\"id\":\"{client}\"}}")}}{{(more is null ? "" : $",{more}")}}}
            """);
}
