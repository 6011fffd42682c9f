using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>The course of a conversation when all goes well.</summary>
/// <param name="Stages">Each ends with a question of the assistant.</param>
/// <param name="Final">Settles the matter; asks nothing.</param>
/// <param name="Afterwords">What the client asks when the matter is settled.</param>
internal sealed record Script(IReadOnlyList<Move> Stages, Move Final, IReadOnlyList<Move> Afterwords)
{
    public static Script For(SessionPlan plan, DemoRandom pace) => plan.Need switch
    {
        Need.Booking => new([BookingWords.Open, BookingWords.Day, .. Some(pace, 0.35, BookingWords.Master), BookingWords.Time], Confirm(plan), After(pace, 0.5)),
        Need.Price => new(
            [PriceWords.Ask, .. Some(pace, 0.5, PriceWords.Compare), PriceWords.Accept, .. Some(pace, 0.2, BookingWords.Master), BookingWords.Time], Confirm(plan), After(pace, 0.4)),
        Need.Move when plan.Visit is null => new([MoveWords.NotFound], MoveWords.Checked, After(pace, 0.6, SideWords.Remarks)),
        Need.Move when plan.Visit is { Cancelled: true } => new([MoveWords.Cancel], MoveWords.Cancelled, After(pace, 0.2, SideWords.Remarks)),
        Need.Move => new([MoveWords.Ask, MoveWords.Time], MoveWords.Done, After(pace, 0.6)),
        Need.Place => new([PlaceWords.Ask], PlaceWords.Tell, [.. Some(pace, 0.5, PlaceWords.Parking), .. After(pace, 0.4, SideWords.Remarks)]),
        Need.Question => Talk(pace.Pick(QuestionWords.Themes), pace),
        Need.Complaint => new([HumanWords.Complaint], HumanWords.ComplaintDetail, []),
        Need.WrongNumber => new([], OtherWords.Wrong, []),
        Need.Spam => new([], OtherWords.Spam, []),
        _ => Talk(pace.Pick(OtherWords.Themes), pace),
    };

    private static Script Talk((Move Ask, Move Tell) theme, DemoRandom pace) => new([theme.Ask], theme.Tell, After(pace, 0.6, SideWords.Remarks));

    private static Move Confirm(SessionPlan plan) => plan.Person is { PhoneKnown: false, Phone: not null } ? BookingWords.Number : BookingWords.Agree;

    private static Move[] Some(DemoRandom pace, double share, Move move) => pace.Chance(share) ? [move] : [];

    private static Move[] After(DemoRandom pace, double share) => After(pace, share, SideWords.Afterwords);

    /// <summary>Up to two different ones.</summary>
    private static Move[] After(DemoRandom pace, double share, IReadOnlyList<Move> list)
    {
        var first = pace.Below(list.Count);
        var second = (first + pace.Between(1, list.Count - 1)) % list.Count;
        return [.. Some(pace, share, list[first]), .. Some(pace, share, list[second])];
    }
}
