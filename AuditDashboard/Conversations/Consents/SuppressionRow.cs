using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Consents;

/// <summary>Who is not to be written to, and about what: beats every job, until a later consent for the same purpose lifts it.</summary>
internal sealed class SuppressionRow
{
    /// <summary>The address it was said from, else the record's id.</summary>
    public string Subject { get; set; } = "";

    /// <summary><c>messages</c> = nothing at all, reminders of a visit neither.</summary>
    public string Purpose { get; set; } = "";

    public ClientId ClientId { get; set; }
    public string Bot { get; set; } = "";
    public DateTimeOffset WithdrawnAt { get; set; }

    /// <summary>Id of the person who wrote it down; null = the client.</summary>
    public string? WithdrawnBy { get; set; }

    /// <summary>When a consent for the purpose came after it; null while it holds.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}

internal sealed class SuppressionRowMap : IEntityTypeConfiguration<SuppressionRow>
{
    public void Configure(EntityTypeBuilder<SuppressionRow> builder)
    {
        builder.ToTable("suppressions").HasKey(row => new { row.Subject, row.Purpose });
        builder.HasIndex(row => row.ClientId);
    }
}
