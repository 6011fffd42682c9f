using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units of one kind and label in one place: sources, reasons, causes, steps, reactions. Whole numbers, so that the database adds them up.</summary>
internal sealed class LabelRow
{
    /// <summary>Local date of the organization's zone, as a day number.</summary>
    public int Day { get; set; }

    public int Kind { get; set; }
    public string Label { get; set; } = "";
    public string Channel { get; set; } = "";
    public string Branch { get; set; } = "";
    public string Release { get; set; } = "";
    public long Count { get; set; }

    /// <summary>How many of them were booked, won, reacted to or lost, by kind.</summary>
    public long Hits { get; set; }

    /// <summary>How many ended in a visit, were made by a person, or by kind nothing.</summary>
    public long More { get; set; }

    /// <summary>Kopecks, or a count, by kind.</summary>
    public long Amount { get; set; }
}

internal sealed class LabelRowMap : IEntityTypeConfiguration<LabelRow>
{
    public void Configure(EntityTypeBuilder<LabelRow> builder) =>
        builder.ToTable("kpi_labels").HasKey(row => new { row.Day, row.Kind, row.Label, row.Channel, row.Branch, row.Release });
}
