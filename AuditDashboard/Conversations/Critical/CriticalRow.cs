using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Something a person must react to, as the client's story tells it.</summary>
internal sealed class CriticalRow
{
    /// <summary>Of the event.</summary>
    public long Seq { get; set; }

    /// <summary>complaint | escalation | call</summary>
    public string Kind { get; set; } = "";

    /// <summary>The record that stood for the person when it was told.</summary>
    public ClientId ClientId { get; set; }

    public SessionId? SessionId { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Until when somebody should have reacted.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When somebody did; null while it waits.</summary>
    public DateTimeOffset? HandledAt { get; set; }
}

internal sealed class CriticalRowMap : IEntityTypeConfiguration<CriticalRow>
{
    public void Configure(EntityTypeBuilder<CriticalRow> builder)
    {
        builder.ToTable("critical_events").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.At);
    }
}
