using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>One event of Rasa's tracker, as its event broker sends it (channels.md section 9). Slots, followups and the like say nothing about the dialogue.</summary>
internal static class RasaEvent
{
    private static readonly string[] Silent = ["action_listen", "action_session_start"];

    public static bool Recognizes(ForeignValue body) =>
        body["sender_id"].Words is not null && body["event"].Text is not null && !body["timestamp"].IsNone;

    public static IEnumerable<TranslatedEvent> Translate(ForeignValue body, Circumstances given)
    {
        var told = body["event"].Text switch
        {
            "user" when body["text"].Text is not "/session_start" => User(body, Base(body, given, "message.received")),
            "bot" when body["text"].Text is { Length: > 0 } text => Base(body, given, "message.sent") with { Actor = "ai", Text = text },
            "action" when body["name"].Text is { } name && !Silent.Contains(name) => Base(body, given, "scenario.entered") with
            {
                ScenarioStep = name, Data = [("policy", body["policy"].Words), ("confidence", body["confidence"].Number)],
            },
            _ => null,
        };
        return told is null ? [] : [told];
    }

    private static TranslatedEvent User(ForeignValue body, TranslatedEvent received)
    {
        var intent = body["parse_data"]["intent"];
        return received with { Actor = "client", Text = body["text"].Text, Intent = intent["name"].Text, Confidence = intent["confidence"].Number };
    }

    private static TranslatedEvent Base(ForeignValue body, Circumstances given, string type)
    {
        var (sender, metadata) = (body["sender_id"].Words!, body["metadata"]);
        return new TranslatedEvent(Id(body, sender), type, LocalMoment.Unix(body["timestamp"].Number) ?? given.ReceivedAt)
        {
            Session = sender, Address = ClientAddress.Of(body["input_channel"].Text, sender, null),
            Provider = "rasa", Model = metadata["assistant_id"].Words, ModelVersion = metadata["model_id"].Words,
        };
    }

    /// <summary>Only what a user says has a number of its own; the rest is told apart by all it consists of.</summary>
    private static string Id(ForeignValue body, string sender)
    {
        var own = body["message_id"].Words
            ?? DedupeKey.Digest($"{body["event"].Text}\n{body["timestamp"].Words}\n{body["name"].Words}\n{body["text"].Text}", 32);
        return DedupeKey.Of("rasa", sender, own);
    }
}
