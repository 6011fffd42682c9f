using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Evidence.Log;

/// <summary>One signed checkpoint. What is kept for ever and what goes after 90 days says <see cref="Kind"/>.</summary>
internal sealed class LogCheckpointRow
{
    /// <summary>Number of the origin it was signed under.</summary>
    public int Origin { get; set; }

    /// <summary>Leaves it covers.</summary>
    public long Size { get; set; }

    public byte[] Root { get; set; } = [];

    /// <summary>The signed note, byte for byte.</summary>
    public string Note { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>A word of <c>CheckpointKind</c>.</summary>
    public string Kind { get; set; } = "";
}

internal sealed class LogCheckpointRowMap : IEntityTypeConfiguration<LogCheckpointRow>
{
    public void Configure(EntityTypeBuilder<LogCheckpointRow> builder) => builder.ToTable("log_checkpoints").HasKey(row => new { row.Origin, row.Size });
}
