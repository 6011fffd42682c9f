using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Retention.Holds;

/// <summary>A client or dialog that retention must leave alone, and why.</summary>
internal sealed class HoldRow
{
    public Guid Id { get; set; }

    /// <summary>client | dialog</summary>
    public string Kind { get; set; } = "";

    /// <summary>Id of the client record or session.</summary>
    public Guid Subject { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Id of the person.</summary>
    public string By { get; set; } = "";

    public string ByName { get; set; } = "";

    public DateTimeOffset PlacedAt { get; set; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}

internal sealed class HoldRowMap : IEntityTypeConfiguration<HoldRow>
{
    public void Configure(EntityTypeBuilder<HoldRow> builder)
    {
        builder.ToTable("retention_holds").HasKey(row => row.Id);
        builder.HasIndex(row => row.Subject);
    }
}
