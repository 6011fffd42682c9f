using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>One lead of ours and what it became in the portal.</summary>
internal sealed class LinkRow
{
    /// <summary>Seq of the event that made it.</summary>
    public long Id { get; set; }

    public string Bot { get; set; } = "";

    /// <summary>The sender's own number of the lead; one lead whatever session it is told of in. Null where it has none.</summary>
    public string? LeadId { get; set; }

    public SessionId? SessionId { get; set; }

    public ClientId? ClientId { get; set; }

    /// <summary><c>originId</c> in the portal.</summary>
    public string OriginId { get; set; } = "";

    /// <summary>1 lead, 2 deal, 0 not known yet.</summary>
    public int EntityTypeId { get; set; }

    /// <summary>The lead's number in the portal, or the deal's where no lead was made.</summary>
    public long? PortalId { get; set; }

    /// <summary>The deal the lead became.</summary>
    public long? DealId { get; set; }

    public long? ContactId { get; set; }

    public string? StageId { get; set; }

    /// <summary>Where the portal says it comes from.</summary>
    public string? SourceId { get; set; }

    /// <summary>P in work, S won, F lost.</summary>
    public string? Semantics { get; set; }

    /// <summary>Kopecks.</summary>
    public long? Sum { get; set; }

    public string? Currency { get; set; }

    /// <summary>Who is responsible in the portal.</summary>
    public long? AssignedBy { get; set; }

    public DateTimeOffset? PortalUpdatedAt { get; set; }

    /// <summary>new | linked | gone | skipped</summary>
    public string State { get; set; } = "new";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LinkedAt { get; set; }

    /// <summary>When the dialog is looked at for having fallen asleep; null once its digest is planned.</summary>
    public DateTimeOffset? DigestDueAt { get; set; }

    /// <summary>More than one item of the portal carries our origin: the others.</summary>
    public string? Doubles { get; set; }
}

internal sealed class LinkRowMap : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.ToTable("bitrix_links").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Bot, row.LeadId });
        builder.HasIndex(row => row.SessionId);
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.PortalId);
        builder.HasIndex(row => row.DealId);
        builder.HasIndex(row => row.DigestDueAt);
    }
}
