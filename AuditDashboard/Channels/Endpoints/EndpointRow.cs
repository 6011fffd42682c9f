using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Endpoints;

internal sealed class EndpointRow
{
    public string Id { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Name { get; set; } = "";
    public string Bot { get; set; } = "";
    public string? Branch { get; set; }

    /// <summary>The kind's members as a JSON object, sealed by DataProtection.</summary>
    public string SealedMembers { get; set; } = "";

    /// <summary>The secret before the last rotation, sealed.</summary>
    public string? SealedOldSecret { get; set; }

    public DateTimeOffset? OldSecretUntil { get; set; }
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Disconnected for good: the row stays, so that the configuration does not bring it back.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Once a person changed it, the configuration no longer overwrites it.</summary>
    public bool ChangedByPerson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class EndpointRowMap : IEntityTypeConfiguration<EndpointRow>
{
    public void Configure(EntityTypeBuilder<EndpointRow> builder) => builder.ToTable("channel_endpoints").HasKey(row => row.Id);
}
