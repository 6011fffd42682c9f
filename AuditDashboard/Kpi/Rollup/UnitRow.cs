using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>One counted thing as it stands in the sums, so that it can be taken out again.</summary>
internal sealed class UnitRow
{
    public int Kind { get; set; }

    /// <summary>Of the event that dates it.</summary>
    public long Seq { get; set; }

    /// <summary>The record that stood for the person when it was counted.</summary>
    public ClientId ClientId { get; set; }

    /// <summary>Local date of the organization's zone, as a day number.</summary>
    public int Day { get; set; }

    /// <summary>Local hour, 0–23.</summary>
    public int Hour { get; set; }

    public DateTimeOffset At { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public int Flags { get; set; }
    public long? WaitMs { get; set; }
}

internal sealed class UnitRowMap : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.ToTable("kpi_units").HasKey(row => new { row.Kind, row.Seq });
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.Day);
    }
}
