using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K16: why a need came to nothing: one reason, the first in order of blame, with the event that proves it (product.md section 3.12).</summary>
internal static class Losses
{
    public static readonly IReadOnlyList<string> Reasons = ["error", "unanswered", "escalation_lost", "scenario", "no_slot", "price", "declined", "silent"];

    private const double Unsure = 0.5;
    private static readonly HashSet<string> Full = ["no_slot", "no_slots", "no_time", "нет_времени"];
    private static readonly HashSet<string> Dear = ["price", "expensive", "цена", "дорого"];
    private static readonly HashSet<string> Later = ["declined", "later", "refused", "отложено", "отказ"];

    /// <summary>The amount is the seq of the proof.</summary>
    public static KpiUnit Unit(ClientNeed need, ClientStory story, Timeline events)
    {
        var until = need.Lead.At + ClientNeed.BookedWithin;
        until = need.EndsAt is { } ends && ends < until ? ends.AddTicks(-1) : until;
        var seen = events.Between(need.Lead.At, until).Where(item => !item.IsOut).ToList();
        var episodes = seen.Select(item => item.Episode).OfType<Episode>().Distinct().ToList();
        var (reason, proof) = Because(seen, episodes, need.Lead);
        return new KpiUnit(UnitKind.Loss, need.Lead.Stored.Seq, need.Lead.At, need.Lead.Channel, need.Lead.Branch, UnitFlags.None) { Label = reason, Amount = proof.Stored.Seq };
    }

    private static (string Reason, StoryEvent Proof) Because(List<StoryEvent> seen, List<Episode> episodes, StoryEvent lead)
    {
        (string, StoryEvent?)[] found =
        [
            ("error", seen.Find(item => item.Is(EventTypes.ErrorOccurred) || (item.Is(EventTypes.ToolCalled) && item.Content.DataMember("ok") is { ValueKind: System.Text.Json.JsonValueKind.False }))),
            ("unanswered", episodes.SelectMany(episode => episode.Turns).FirstOrDefault(turn => turn is { IsExpired: true, IsHuman: false })?.Opening),
            ("escalation_lost", episodes.SelectMany(episode => episode.Escalations).FirstOrDefault(call => call.IsLost)?.Request),
            ("scenario", episodes.Select(Stumbles.FirstIn).FirstOrDefault(stumble => stumble is not null) ?? seen.Find(IsUnsure)),
            ("no_slot", seen.Find(item => item.Content.Flag("noSlots") || Says(item, Full))),
            ("price", seen.Find(item => Says(item, Dear) || (item.IsClientMessage && item.Content.Text?.Contains("дорог", StringComparison.OrdinalIgnoreCase) is true))),
            ("declined", seen.Find(item => Says(item, Later) || item.Content.Intent?.Name is "booking.later" or "booking.declined" or "decline")),
        ];
        var first = Array.Find(found, reason => reason.Item2 is not null);
        return first.Item2 is { } proof ? (first.Item1, proof) : ("silent", seen.FindLast(item => item.IsSubstantive) ?? lead);
    }

    /// <summary>The assistant did not understand.</summary>
    private static bool IsUnsure(StoryEvent item) => item.IsClientMessage
        && (item.Content.Intent is { Confidence: < Unsure } || item.Content.Intent?.Name is "fallback" or "none" or "unknown");

    private static bool Says(StoryEvent item, HashSet<string> words) =>
        (item.Is(EventTypes.LeadClosed) && item.Content.DataText("reason") is { } reason && words.Contains(reason))
        || (item.IsSubstantive && item.Content.Scenario?.Step is { } step && words.Contains(step));
}
