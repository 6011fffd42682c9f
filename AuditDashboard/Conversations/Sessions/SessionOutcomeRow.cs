using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>What the fold of the client's story says about a session. Apart from <see cref="SessionRow"/>, since another writer keeps it.</summary>
internal sealed class SessionOutcomeRow
{
    public SessionId SessionId { get; set; }

    /// <summary>kpi-notes.md section 8; null while it is open and nothing decided it.</summary>
    public string? Outcome { get; set; }

    /// <summary>Event or idleness, whichever came first; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Median wait of the turns the assistant answered, in milliseconds.</summary>
    public long? ResponseMs { get; set; }

    public int SlowTurns { get; set; }

    /// <summary>Of the client's messages with an intent, 0..1; null without any.</summary>
    public double? LowestConfidence { get; set; }

    public bool HasCall { get; set; }
}

internal sealed class SessionOutcomeRowMap : IEntityTypeConfiguration<SessionOutcomeRow>
{
    public void Configure(EntityTypeBuilder<SessionOutcomeRow> builder)
    {
        builder.ToTable("session_outcomes").HasKey(row => row.SessionId);
        builder.HasIndex(row => row.Outcome);
        builder.HasIndex(row => row.SlowTurns).HasFilter("slow_turns > 0");
    }
}
