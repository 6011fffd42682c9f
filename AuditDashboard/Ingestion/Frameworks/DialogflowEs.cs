using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Fulfilment request of Dialogflow ES (channels.md section 9). It carries no time: the receipt counts.</summary>
internal static class DialogflowEs
{
    public static bool Recognizes(ForeignValue body) => body["queryResult"]["queryText"].Text is not null && body["session"].Text is not null;

    public static IEnumerable<TranslatedEvent> Translate(ForeignValue body, Circumstances given)
    {
        var (result, source) = (body["queryResult"], body["originalDetectIntentRequest"]);
        var session = LastPart(body["session"].Text!);
        return
        [
            new TranslatedEvent(DedupeKey.Of("dialogflow", body["responseId"].Words ?? given.Seed), "message.received", given.ReceivedAt)
            {
                Session = session, Address = ClientAddress.Of(source["source"].Text, User(source["payload"]["data"]), session), Actor = "client",
                Text = result["queryText"].Text, Intent = result["intent"]["displayName"].Text, Confidence = result["intentDetectionConfidence"].Number,
                Data = [("action", result["action"].Text), ("language", result["languageCode"].Text)],
            },
        ];
    }

    /// <summary><c>projects/…/sessions/&lt;id&gt;</c> → the id.</summary>
    public static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The messenger's own number of the user, where the integration passes its update on.</summary>
    private static string? User(ForeignValue update) => update["from"]["id"].Words ?? update["message"]["from"]["id"].Words ?? update["callback_query"]["from"]["id"].Words;
}
