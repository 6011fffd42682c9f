using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Consents;

/// <summary>A client's STOP as <c>consent.revoked</c> events, one a purpose, stored in the transaction that stores the message.</summary>
internal static class StopReply
{
    private const int LongestId = 128;

    /// <param name="answersReminder">The message is the first after a reminder.</param>
    public static IEnumerable<EventDraft> Of(AppendingEvent message, bool answersReminder)
    {
        var content = message.Content;
        // The pretended past of the demo tells its own withdrawals; so does imported history.
        if (content.Type != EventTypes.MessageReceived || content.Actor is not (null or "client") || content.Kind is not (null or "text" or "voice" or "button")
            || message.Draft.ReceivedAt is not null || content.Flag("imported"))
        {
            return [];
        }

        return StopWords.Withdrawn(content.Text ?? content.Transcript?.Text, answersReminder).Select(purpose => Draft(message, purpose)).OfType<EventDraft>();
    }

    private static EventDraft? Draft(AppendingEvent message, string purpose)
    {
        var content = message.Content;
        var members = new Dictionary<string, object?>
        {
            ["id"] = IdOf(content.Id, purpose), ["type"] = EventTypes.ConsentRevoked, ["time"] = content.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["actor"] = "client", ["session"] = content.Session, ["channel"] = content.Channel, ["branch"] = content.Branch, ["inReplyTo"] = content.ExternalId ?? content.Id,
            ["client"] = content.Client?.Id is { } client ? new Dictionary<string, string> { ["id"] = client } : null,
            ["data"] = new Dictionary<string, string> { ["purpose"] = purpose, ["by"] = "client", ["way"] = "stop-word" },
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(members.Where(member => member.Value is not null).ToDictionary());
        return EventJudge.Judge(json, out _) is not { } meaning ? null : new EventDraft
        {
            Bot = message.Draft.Bot, Source = message.Draft.Source, Envelope = "derived", Endpoint = message.Draft.Endpoint, Branch = message.Draft.Branch, Content = meaning, Json = json,
        };
    }

    /// <summary>The message's own id goes before; one that would become too long is hashed.</summary>
    private static string IdOf(string message, string purpose)
    {
        var id = $"{message}-stop-{purpose}";
        return id.Length <= LongestId ? id : $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))}-stop-{purpose}";
    }
}
