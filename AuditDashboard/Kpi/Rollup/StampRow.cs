using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>
/// The state the sums of one local date are in, written with them: as long as it is the same, so are they, and whoever read them need not read again.
/// By chance and not by counting on: a database that was restored to an earlier state must not repeat a state it had before.
/// </summary>
internal sealed class StampRow
{
    /// <summary>Local date of the organization's zone, as a day number. A date without a row has no sums.</summary>
    public int Day { get; set; }

    public long Stamp { get; set; }
}

internal sealed class StampRowMap : IEntityTypeConfiguration<StampRow>
{
    public void Configure(EntityTypeBuilder<StampRow> builder)
    {
        builder.ToTable("kpi_stamps").HasKey(row => row.Day);
        builder.Property(row => row.Day).ValueGeneratedNever();
    }
}
