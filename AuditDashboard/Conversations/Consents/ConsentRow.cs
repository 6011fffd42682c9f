using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Consents;

/// <summary>
/// What a person agreed to for one purpose, and when they took it back: kept from <c>consent.*</c> events, one row a consent (156-FZ: one purpose = one
/// consent). A withdrawal of what was never given has a row of its own.
/// </summary>
internal sealed class ConsentRow
{
    /// <summary>Seq of the event that made the row.</summary>
    public long Seq { get; set; }

    /// <summary>The record that said it; merged records are one person.</summary>
    public ClientId ClientId { get; set; }

    public string Bot { get; set; } = "";

    /// <summary>As the sender named it; empty = it did not.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Which wording was agreed to.</summary>
    public string? TextVersion { get; set; }

    /// <summary>SHA-256 of that wording in UTF-8, lower-case hexadecimal.</summary>
    public string? TextSha256 { get; set; }

    public string? Channel { get; set; }
    public SessionId? SessionId { get; set; }

    /// <summary>UTC; null = only the withdrawal is known.</summary>
    public DateTimeOffset? GrantedAt { get; set; }

    /// <summary>Id of the person who wrote it down; null = the client said it themselves.</summary>
    public string? GrantedBy { get; set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    /// <summary>What the person who changed it by hand gave as the reason.</summary>
    public string? Reason { get; set; }
}

internal sealed class ConsentRowMap : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("consents").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.HasIndex(row => row.ClientId);
    }
}
