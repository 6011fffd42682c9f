using System.Globalization;
using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K14: repeated attempts to reach a client who fell silent (product.md section 3.12).</summary>
internal sealed class Attempts(ClientStory story, StoryReleases releases)
{
    private static readonly TimeSpan WonWithin = TimeSpan.FromHours(24);

    private readonly Timeline _answers = new(story.Events.Where(item => item.IsClientMessage || item.Is(EventTypes.BookingCreated)));
    private readonly Timeline _refusals = new(story.Events.Where(item => item.Is(EventTypes.ConsentRevoked) || item.Is(EventTypes.ChatBlocked)));

    public IEnumerable<KpiUnit> Units()
    {
        foreach (var episode in story.Episodes.Where(episode => !episode.IsExcluded))
        {
            var attempts = episode.Events.Where(item => item.Is(EventTypes.FollowUpSent) && !item.IsImported).ToList();
            foreach (var (index, attempt) in attempts.Index())
            {
                var until = attempt.At + WonWithin;
                until = index + 1 < attempts.Count && attempts[index + 1].At < until ? attempts[index + 1].At : until;
                yield return new KpiUnit(UnitKind.Attempt, attempt.Stored.Seq, attempt.At, attempt.Channel, attempt.Branch, FlagsOf(attempt, until))
                {
                    Label = NumberOf(attempt, index), Release = releases.Of(attempt),
                };
            }
        }
    }

    private UnitFlags FlagsOf(StoryEvent attempt, DateTimeOffset until) =>
        (_answers.FirstAfter(attempt) is { } answer && answer.At <= until ? UnitFlags.AttemptWon : UnitFlags.None)
        | (attempt.Actor == "human" ? UnitFlags.AttemptByHand : UnitFlags.None)
        | (_refusals.FirstAfter(attempt) is { } refusal && refusal.At <= until ? UnitFlags.OptedOut : UnitFlags.None);

    private static string NumberOf(StoryEvent attempt, int index) =>
        attempt.Content.DataMember("attempt") is { ValueKind: System.Text.Json.JsonValueKind.Number } number && number.TryGetInt32(out var told)
            ? told.ToString(CultureInfo.InvariantCulture)
            : (index + 1).ToString(CultureInfo.InvariantCulture);
}
