using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Events.Log;

/// <summary>A run of leaves whose events were taken out whole, rows and all. Only ever added.</summary>
internal sealed class RemovedEventsRow
{
    /// <summary>Index of the first leaf; the run ends with <see cref="Last"/>, inclusive.</summary>
    public long First { get; set; }

    public long Last { get; set; }
}

internal sealed class RemovedEventsRowMap : IEntityTypeConfiguration<RemovedEventsRow>
{
    public void Configure(EntityTypeBuilder<RemovedEventsRow> builder)
    {
        builder.ToTable("removed_events").HasKey(row => row.First);
        builder.Property(row => row.First).ValueGeneratedNever();
    }
}
