using System.Globalization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Where things stand in a funnel plot: cases to the right, the share upwards, and limits that narrow as cases grow.</summary>
internal sealed class FunnelPlot
{
    public const int Width = 320;
    public const int Height = 172;
    private const int Steps = 32;
    private const double Margin = 1.15;
    private readonly double _most;
    private readonly double _low;
    private readonly double _high;
    private readonly double _centre;

    public FunnelPlot(IReadOnlyList<KpiOverview.BranchPoint> points)
    {
        _centre = points[0].Centre ?? 0;
        _most = Math.Max(1, points.Max(point => point.Share.N)) * Margin;
        var values = points.SelectMany(point => new[] { point.Share.Value, point.Low95, point.High95 }).OfType<double>().Append(_centre).ToList();
        var room = Math.Max(0.01, (values.Max() - values.Min()) * 0.2);
        (_low, _high) = (Math.Max(0, values.Min() - room), Math.Min(1, values.Max() + room));
    }

    public double Low => _low;

    public double High => _high;

    public string X(double cases) => Text(cases / _most * Width);

    public string Y(double share) => Text((_high - share) / Math.Max(1e-9, _high - _low) * Height);

    /// <summary>The limit at so many deviations (1.96 = 95 %, 3.09 = 99.8 %) above and below the centre, as the points of a line.</summary>
    public string Limit(double deviations) => string.Join(' ', Enumerable.Range(1, Steps).Select(step =>
    {
        var cases = _most * step / Steps;
        return $"{X(cases)},{Y(_centre + (deviations * Math.Sqrt(_centre * (1 - _centre) / cases)))}";
    }));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
