using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Evidence.Log;

/// <summary>One leaf of the tree. It outlives the event's payload: without the salt its commitment tells nothing.</summary>
internal sealed class LogEntryRow
{
    public long Idx { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long ReceivedMs { get; set; }

    public byte[] Commitment { get; set; } = [];
    public byte[] LeafHash { get; set; } = [];
}

/// <summary>The root of one full subtree of 256^k leaves (level 8, 16 or 24): what C2SP calls a tile's hash.</summary>
internal sealed class LogSubtreeRow
{
    public int Level { get; set; }
    public long N { get; set; }
    public byte[] Hash { get; set; } = [];
}

internal sealed class LogEntryRowMap : IEntityTypeConfiguration<LogEntryRow>
{
    public void Configure(EntityTypeBuilder<LogEntryRow> builder)
    {
        builder.ToTable("log_entries").HasKey(row => row.Idx);
        builder.Property(row => row.Idx).ValueGeneratedNever();
    }
}

internal sealed class LogSubtreeRowMap : IEntityTypeConfiguration<LogSubtreeRow>
{
    public void Configure(EntityTypeBuilder<LogSubtreeRow> builder) => builder.ToTable("log_subtrees").HasKey(row => new { row.Level, row.N });
}
