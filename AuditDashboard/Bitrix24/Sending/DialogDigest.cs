using System.Text;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>A dialog in a few lines. The digest has no name, phone or word of the client: what is in the portal is out of our retention.</summary>
internal static class DialogDigest
{
    private const int LongestText = 60_000;

    public static string Of(SessionSummary session, IReadOnlyList<StoredEvent> story, string? replay, bool full, SalonClock clock)
    {
        var contents = story.Select(item => item.Content).OfType<EventContent>().ToList();
        var intents = contents.Where(item => item.Intent is not null).Select(item => item.Intent!.Name).Distinct().Take(5).ToList();
        var scenario = contents.FindLast(item => item.Scenario?.Id is not null)?.Scenario;
        var model = contents.FindLast(item => item.Model?.Name is not null)?.Model;
        List<string?> lines =
        [
            CrmWords.Get("DigestTitle", ChannelNames.Of(session.Channel), session.Messages),
            CrmWords.Get("DigestTime", clock.Local(session.StartedAt).ToString("dd.MM.yyyy HH:mm", CrmWords.Culture), clock.Local(session.LastActivityAt).ToString("HH:mm", CrmWords.Culture)),
            session.Outcome is { } outcome && CrmWords.Find($"Outcome_{outcome}") is { } ended ? CrmWords.Get("DigestOutcome", ended) : null,
            intents.Count > 0 ? CrmWords.Get("DigestIntents", string.Join(", ", intents)) : null,
            scenario is null ? null : CrmWords.Get("DigestScenario", $"{scenario.Id} {scenario.Version}".Trim()),
            model is null ? null : CrmWords.Get("DigestModel", $"{model.Provider} {model.Name} {model.Version}".Trim()),
            session.ResponseMs is { } wait ? CrmWords.Get("DigestResponse", (wait / 1000.0).ToString("0.0", CrmWords.Culture), session.SlowTurns) : null,
            session.HasHuman ? CrmWords.Get("DigestHuman") : null,
            full ? Messages(contents, clock) : null,
            replay is null ? null : CrmWords.Get("OpenDialog", replay),
        ];
        return string.Join("\n", lines.OfType<string>());
    }

    private static string Messages(List<EventContent> contents, SalonClock clock)
    {
        var text = new StringBuilder();
        foreach (var message in contents.Where(item => item.Type == EventTypes.MessageReceived || item.Type == EventTypes.MessageSent))
        {
            var who = message.Type == EventTypes.MessageReceived ? "SaysClient" : message.Actor == "human" ? "SaysPerson" : "SaysAssistant";
            var words = (message.Text ?? message.Transcript?.Text ?? CrmWords.Get("NoText")).Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal);
            text.Append(clock.Local(message.Time).ToString("HH:mm", CrmWords.Culture)).Append(' ').Append(CrmWords.Get(who)).Append(": ").Append(words).Append('\n');
        }

        return text.Length <= LongestText ? text.ToString().TrimEnd() : text.ToString(0, LongestText) + "…";
    }
}
