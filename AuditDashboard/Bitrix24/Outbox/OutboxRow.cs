using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>Something the portal is to be told. What it says is read from the log when it is sent: erased words never leave.</summary>
internal sealed class OutboxRow
{
    public long LinkId { get; set; }

    /// <summary>The order within a lead: 16 × seq of the event + its place among what that event tells.</summary>
    public long Position { get; set; }

    /// <summary>A word of <see cref="Deliveries"/>.</summary>
    public string Kind { get; set; } = "";

    public string EventType { get; set; } = "";

    public long Seq { get; set; }

    /// <summary>ready | sending | unknown | done | dead | skipped</summary>
    public string State { get; set; } = Ready;

    /// <summary>Tries that failed through its own fault.</summary>
    public int Attempts { get; set; }

    /// <summary>How often it was looked for in vain since nobody knows whether it arrived.</summary>
    public int Checks { get; set; }

    /// <summary>It was sent once more without anybody being able to look.</summary>
    public bool IsRepeated { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The portal's code of the last failure.</summary>
    public string? Code { get; set; }

    /// <summary>Its words, or the reason a person gave for skipping.</summary>
    public string? Words { get; set; }

    /// <summary>Number of what was made there.</summary>
    public long? PortalId { get; set; }

    /// <summary>A field a person added so that the portal takes it, as JSON; null without one.</summary>
    public string? Added { get; set; }

    public const string Ready = "ready";
    public const string Sending = "sending";
    public const string Unknown = "unknown";
    public const string Done = "done";
    public const string Dead = "dead";
    public const string Skipped = "skipped";
}

internal sealed class OutboxRowMap : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("bitrix_outbox").HasKey(row => new { row.LinkId, row.Position });
        builder.HasIndex(row => new { row.State, row.DueAt });
    }
}
