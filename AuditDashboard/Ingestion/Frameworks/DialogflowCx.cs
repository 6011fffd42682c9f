using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Webhook request of Dialogflow CX (channels.md section 9): the page is the scenario's step. It carries no time: the receipt counts.</summary>
internal static class DialogflowCx
{
    public static bool Recognizes(ForeignValue body) =>
        body["sessionInfo"]["session"].Text is not null && (body["fulfillmentInfo"].IsObject || body["pageInfo"].IsObject);

    public static IEnumerable<TranslatedEvent> Translate(ForeignValue body, Circumstances given)
    {
        var (intent, page, tag) = (body["intentInfo"], body["pageInfo"], body["fulfillmentInfo"]["tag"].Text);
        var session = DialogflowEs.LastPart(body["sessionInfo"]["session"].Text!);
        var response = body["detectIntentResponseId"].Words ?? given.Seed;
        var told = new TranslatedEvent(DedupeKey.Of("dialogflow-cx", response), "message.received", given.ReceivedAt)
        {
            Session = session, Address = ClientAddress.Of(body["payload"]["source"].Text, null, session),
            Scenario = page["flowDisplayName"].Text ?? Part(page["currentPage"].Text, "flows"), ScenarioStep = page["displayName"].Text ?? Part(page["currentPage"].Text, "pages"),
            Data = [("tag", tag), ("language", body["languageCode"].Text)],
        };

        // One detection may call several webhooks, and without the client's words it is a step of the scenario only.
        return (body["text"].Text ?? body["transcript"].Text) is { Length: > 0 } text
            ? [told with { Actor = "client", Text = text, Intent = intent["displayName"].Text, Confidence = intent["confidence"].Number }]
            : [told with { Id = DedupeKey.Of("dialogflow-cx", response, tag ?? "step"), Type = "scenario.entered" }];
    }

    /// <summary><c>…/flows/F/pages/P</c> → the part after that word.</summary>
    private static string? Part(string? name, string after)
    {
        var parts = name?.Split('/') ?? [];
        var at = Array.IndexOf(parts, after);
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}
