using System.Numerics;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Where a count stands in a row of sums. Rows are stored: the first twenty places are those of the first release of the table.</summary>
internal static class CountPlaces
{
    private const int FirstKinds = 4;
    private const int FirstBits = 16;
    private const int MoreKinds = FirstKinds + FirstBits;
    private const int MoreBits = MoreKinds + 20;

    public const int Length = MoreBits + 64 - FirstBits;

    public static int Of(UnitKind kind) => (int)kind <= FirstKinds ? (int)kind - 1 : MoreKinds + (int)kind - FirstKinds - 1;

    public static int Of(UnitFlags flag) => OfBit(BitOperations.TrailingZeroCount((ulong)flag));

    public static int OfBit(int bit) => bit < FirstBits ? FirstKinds + bit : MoreBits + bit - FirstBits;
}
