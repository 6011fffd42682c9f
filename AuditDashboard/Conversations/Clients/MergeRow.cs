using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Clients;

/// <summary>Two persons found to be one; undone, not deleted.</summary>
internal sealed class MergeRow
{
    /// <summary>Seq of the event that merged them.</summary>
    public long Seq { get; set; }

    /// <summary>The root that gave way.</summary>
    public ClientId FromId { get; set; }

    public ClientId IntoId { get; set; }

    /// <summary>The records that moved, comma-separated: what an un-merge brings back.</summary>
    public string Moved { get; set; } = "";

    /// <summary><c>phone</c> | <c>conversation</c> | <c>person</c></summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}

internal sealed class MergeRowMap : IEntityTypeConfiguration<MergeRow>
{
    public void Configure(EntityTypeBuilder<MergeRow> builder)
    {
        builder.ToTable("client_merges").HasKey(row => new { row.Seq, row.FromId });
        builder.HasIndex(row => row.FromId);
    }
}
