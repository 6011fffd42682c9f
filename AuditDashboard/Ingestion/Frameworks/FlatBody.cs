using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>
/// What a node of n8n, Make, Albato or 1C sends: one flat object with names of its maker's choice (channels.md section 9). Who spoke and when must stand
/// in it; what cannot be read is said, and nothing is ever taken for 0 or 1970.
/// </summary>
internal static class FlatBody
{
    private const string Role = "assistant | user | operator";
    private const string Moment = "18.11.2026 14:05:14, RFC 3339 или Unix";
    private const string Share = "число от 0 до 1";

    private static readonly string[] Chats = ["chatId", "chat_id", "chatid", "conversationId", "conversation_id", "sessionId", "session_id", "dialogId", "dialog_id"];
    private static readonly string[] Users = ["userId", "user_id", "clientId", "client_id", "senderId", "sender_id"];
    private static readonly string[] Texts = ["text", "message", "answer", "reply", "content", "body"];
    private static readonly string[] Roles = ["role", "direction", "author", "sender", "from"];
    private static readonly string[] Times = ["ts", "time", "timestamp", "date", "datetime", "createdAt", "created_at", "createdOn"];
    private static readonly string[] Ids = ["id", "messageId", "message_id", "eventId", "event_id"];
    private static readonly string[] Latencies = ["ms", "latencyMs", "latency_ms", "latency", "durationMs", "duration_ms"];
    private static readonly string[] Channels = ["channel", "platform", "source", "messenger"];

    public static bool Recognizes(ForeignValue body) =>
        body.IsObject && body.Members.Values.All(member => !member.IsObject && !member.IsList)
        && Name(body, Texts) is not null && (Name(body, Chats) ?? Name(body, Users)) is not null;

    public static IEnumerable<TranslatedEvent> Translate(ForeignValue body, Circumstances given)
    {
        var problems = new Dictionary<string, string[]>();
        var (speaker, time) = (Speaker(body, problems), Time(body, given, problems));
        var (chat, user) = (body.FirstWords(Chats), body.FirstWords(Users));
        var session = chat ?? user;
        return
        [
            new TranslatedEvent(DedupeKey.Of("flat", body.FirstWords(Ids) ?? given.Seed), speaker == "client" ? "message.received" : "message.sent", time)
            {
                Session = session, Address = ClientAddress.Of(body.FirstWords(Channels), user ?? chat, session), ClientName = body.FirstWords("clientName", "client_name"),
                Actor = speaker, Text = body.FirstWords(Texts), Intent = body.FirstWords("intent"), Confidence = Confidence(body["confidence"], problems),
                Model = body.FirstWords("model"), Scenario = body.FirstWords("scenario"), ScenarioStep = body.FirstWords("step"), Release = body.FirstWords("release", "version"),
                LatencyMs = Latency(body, problems), Data = [("tokens", FlatNumber.Whole(body["tokens"]))],
                Problems = problems.Count > 0 ? problems : null,
            },
        ];
    }

    private static string Speaker(ForeignValue body, Dictionary<string, string[]> problems)
    {
        var name = Name(body, Roles);
        var speaker = (name is null ? null : body[name].Text?.ToLowerInvariant()) switch
        {
            "assistant" or "bot" or "ai" or "agent" or "out" or "outgoing" or "outbound" or "ассистент" or "бот" => "ai",
            "user" or "client" or "customer" or "in" or "incoming" or "inbound" or "human" or "клиент" => "client",
            "operator" or "manager" or "admin" or "staff" or "оператор" or "администратор" or "менеджер" => "human",
            _ => null,
        };
        if (speaker is null)
        {
            problems[$"/{name ?? "role"}"] = [Role];
        }

        return speaker ?? "ai";
    }

    private static DateTimeOffset Time(ForeignValue body, Circumstances given, Dictionary<string, string[]> problems)
    {
        var name = Name(body, Times);
        if (name is not null && LocalMoment.Parse(body[name], given.Zone) is { } moment)
        {
            return moment;
        }

        problems[$"/{name ?? "time"}"] = [Moment];
        return given.ReceivedAt;
    }

    private static double? Confidence(ForeignValue value, Dictionary<string, string[]> problems)
    {
        var confidence = FlatNumber.Parse(value);
        if (confidence is < 0 or > 1 || (confidence is null && value.Words is not null))
        {
            problems["/confidence"] = [Share];
        }

        return confidence;
    }

    private static long? Latency(ForeignValue body, Dictionary<string, string[]> problems)
    {
        if (Name(body, Latencies) is not { } name)
        {
            return null;
        }

        var latency = FlatNumber.Whole(body[name]);
        if (latency is null)
        {
            problems[$"/{name}"] = ["миллисекунды, число не меньше 0"];
        }

        return latency;
    }

    /// <summary>The first of these members that the body has.</summary>
    private static string? Name(ForeignValue body, string[] names) => Array.Find(names, name => body[name].Words is not null);
}
