using AuditDashboard.Ui.Charts;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>One face of the main chart.</summary>
/// <param name="Opens">The number behind each line.</param>
/// <param name="Note">What is left out, in words.</param>
public sealed record Graph(ChartSpec Spec, IReadOnlyList<ChartLine> Lines, IReadOnlyList<KpiNumber> Opens, string Summary, string? Note)
{
    public static readonly Graph Empty = new(new ChartSpec(ChartKind.Line, "int", ""), [], [], "", null);

    /// <summary>This graph, or <paramref name="shown"/> where it says the same: an equal reference is not drawn again.</summary>
    public Graph Or(Graph? shown) =>
        shown is not null && shown.Summary == Summary && shown.Note == Note && shown.Spec == Spec && Same(shown.Lines) ? shown : this;

    private bool Same(IReadOnlyList<ChartLine> other) =>
        Lines.Count == other.Count
        && Lines.Zip(other).All(pair => pair.First.Name == pair.Second.Name
            && pair.First.Points.SelectMany(point => point).SequenceEqual(pair.Second.Points.SelectMany(point => point)));
}
