using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The one portal there is: how to reach it, how it fares, what was learnt of it.</summary>
internal sealed class PortalRow
{
    public const int Only = 1;

    public int Id { get; set; } = Only;

    /// <summary>The webhook's address under the data protection key.</summary>
    public string SealedAddress { get; set; } = "";

    /// <summary>SHA-256 of the provisioned address that was applied last.</summary>
    public string? Provisioned { get; set; }

    /// <summary>Why nothing is sent: auth | subscription | scope | gone | overload; null = it is not blocked.</summary>
    public string? Blocked { get; set; }

    /// <summary>The portal's own words, without the secret.</summary>
    public string? BlockedWords { get; set; }

    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>When a blocked portal is asked again.</summary>
    public DateTimeOffset? ProbeAt { get; set; }

    public DateTimeOffset? PreparedAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>The host it answered at before it was renamed.</summary>
    public string? MovedFrom { get; set; }

    /// <summary>What was learnt, as JSON of <see cref="PortalFacts"/>.</summary>
    public string Facts { get; set; } = "";

    /// <summary>What the owner decided, as JSON of <see cref="PortalSettings"/>.</summary>
    public string Settings { get; set; } = "";

    /// <summary>The newest change seen by polling, by the portal's clock.</summary>
    public DateTimeOffset? Cursor { get; set; }

    public DateTimeOffset? ReconciledAt { get; set; }
}

internal sealed class PortalRowMap : IEntityTypeConfiguration<PortalRow>
{
    public void Configure(EntityTypeBuilder<PortalRow> builder)
    {
        builder.ToTable("bitrix_portal").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
