using AuditDashboard.Demo;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Demo.Counting;

namespace AuditDashboard.Tests.Demo;

/// <summary>The application counts the demo as the small counter of these tests does, and both as product.md section 7.4 tells.</summary>
public sealed class DemoFoldTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DemoCount Count = new(DemoPreset.Demo, Today);
    private static readonly DemoFolds Folds = new(DemoPreset.Demo, Today, Count);

    [Theory]
    [InlineData(1, 28, 71)]
    [InlineData(57, 90, 93)]
    public void Answers_within_three_seconds(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Turn, UnitFlags.AssistantTurn, UnitFlags.Within, from, to), Count.Within3s(from, to), told);

    [Theory]
    [InlineData(1, 28, 41)]
    [InlineData(57, 90, 49)]
    public void Needs_that_became_visits(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Need, UnitFlags.None, UnitFlags.Converted, from, to), Count.Converted(from, to), told);

    [Theory]
    [InlineData(1, 28, 58)]
    [InlineData(57, 90, 69)]
    public void Sessions_closed_without_a_person(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Session, UnitFlags.Closable, UnitFlags.AutoClosed, from, to), Count.AutoClosed(from, to), told);

    [Theory]
    [InlineData(1, 28, 17)]
    [InlineData(57, 90, 13)]
    public void Sessions_handed_to_a_person(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Session, UnitFlags.Escalatable, UnitFlags.Escalated, from, to), Count.Escalated(from, to), told);

    [Theory]
    [InlineData(1, 28, 62)]
    [InlineData(71, 90, 82)]
    public void Visits_confirmed_in_time(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Visit, UnitFlags.Asked, UnitFlags.VisitConfirmed, from, to), Count.Confirmed(from, to), told);

    [Theory]
    [InlineData(1, 28, 15.4)]
    [InlineData(71, 90, 10.7)]
    public void Visits_nobody_came_to(int from, int to, double told) =>
        Same(Folds.Share(UnitKind.Attendance, UnitFlags.Came | UnitFlags.NoShow, UnitFlags.NoShow, from, to), Count.NoShow(from, to), told);

    private static void Same(double folded, double counted, double told)
    {
        Assert.Equal(counted, folded, 0.05);
        Assert.InRange(folded, told - 1.5, told + 1.5);
    }
}
