using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Browse;

/// <summary>What happened in a session, as one coloured word.</summary>
/// <param name="Key">Of <see cref="DialogsText"/>.</param>
internal sealed record SessionTag(string Key, Tone Tone)
{
    private static readonly Dictionary<string, SessionTag> Outcomes = new(StringComparer.Ordinal)
    {
        ["booked"] = new("TagBooked", Tone.Good),
        ["confirmed"] = new("TagConfirmed", Tone.Good),
        ["rescheduled"] = new("TagRescheduled", Tone.Info),
        ["cancelled_by_client"] = new("TagCancelled", Tone.Flat),
        ["answered"] = new("TagAnswered", Tone.Flat),
        ["abandoned"] = new("TagAbandoned", Tone.Flat),
        ["unanswered"] = new("TagUnanswered", Tone.Warn),
    };

    private static readonly SessionTag Complaint = new("TagComplaint", Tone.Bad);
    private static readonly SessionTag Escalated = new("TagEscalated", Tone.Warn);
    private static readonly SessionTag Human = new("TagHuman", Tone.Warn);
    private static readonly SessionTag Open = new("TagOpen", Tone.Info);

    /// <summary>Every tag of the session, the most pressing first; a session without any is still open.</summary>
    public static IReadOnlyList<SessionTag> Of(SessionSummary session)
    {
        List<SessionTag> tags = [];
        if (session.Complaint)
        {
            tags.Add(Complaint);
        }

        if (session.Outcome is { } outcome && Outcomes.TryGetValue(outcome, out var known))
        {
            tags.Add(known);
        }

        if (session.HasHuman)
        {
            tags.Add(Human);
        }
        else if (session.Escalated)
        {
            tags.Add(Escalated);
        }

        return tags.Count > 0 ? tags : [Open];
    }
}
