using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>One counted thing as it stands in the sums, so that it can be taken out again, and be shown behind them.</summary>
internal sealed class UnitRow
{
    public int Kind { get; set; }

    /// <summary>Of the event that dates it.</summary>
    public long Seq { get; set; }

    /// <summary>Tells units of one kind and event apart.</summary>
    public int Part { get; set; }

    /// <summary>The record that stood for the person when it was counted.</summary>
    public ClientId ClientId { get; set; }

    /// <summary>Local date of the organization's zone, as a day number.</summary>
    public int Day { get; set; }

    /// <summary>Local hour, 0–23.</summary>
    public int Hour { get; set; }

    public DateTimeOffset At { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public string? Release { get; set; }
    public string? Label { get; set; }
    public long Flags { get; set; }
    public long? WaitMs { get; set; }
    public long? Amount { get; set; }

    public static UnitRow Of(KpiUnit unit, ClientId root, SalonDates dates)
    {
        var (day, hour) = dates.Of(unit.At);
        return new UnitRow
        {
            Kind = (int)unit.Kind, Seq = unit.Seq, Part = unit.Part, ClientId = root, Day = day, Hour = hour, At = unit.At, Channel = unit.Channel, Branch = unit.Branch,
            Release = unit.Release, Label = unit.Label, Flags = (long)unit.Flags, WaitMs = unit.WaitMs, Amount = unit.Amount,
        };
    }

    /// <summary>The same thing under another person, dated anew.</summary>
    public UnitRow Under(ClientId root, SalonDates dates)
    {
        var (day, hour) = dates.Of(At);
        return new UnitRow
        {
            Kind = Kind, Seq = Seq, Part = Part, ClientId = root, Day = day, Hour = hour, At = At, Channel = Channel, Branch = Branch,
            Release = Release, Label = Label, Flags = Flags, WaitMs = WaitMs, Amount = Amount,
        };
    }

    public bool Says(UnitRow other) =>
        (ClientId, Day, Hour, Channel, Branch, Flags, WaitMs, At) == (other.ClientId, other.Day, other.Hour, other.Channel, other.Branch, other.Flags, other.WaitMs, other.At)
        && (Release, Label, Amount) == (other.Release, other.Label, other.Amount);
}

internal sealed class UnitRowMap : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.ToTable("kpi_units").HasKey(row => new { row.Kind, row.Seq, row.Part });
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => new { row.Kind, row.Day });
    }
}
