using AuditDashboard.Access.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>One key. Of the key itself only its SHA-256 is kept: it has at least 128 bits of its own, so a plain hash is enough (ASVS 6.5.2).</summary>
internal sealed class ApiKeyRow
{
    public string Id { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    /// <summary>Its last four characters, by which a person recognises it.</summary>
    public string LastFour { get; set; } = "";

    public string Name { get; set; } = "";

    public string Bot { get; set; } = "";

    public string? Branch { get; set; }

    /// <summary>Joined by a comma.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>From configuration, and looks like one of our keys without keeping our checksum.</summary>
    public bool BreaksSum { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Id of the person; null = configuration.</summary>
    public string? CreatedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>UTC day of the last use, as days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>).</summary>
    public int? UsedDay { get; set; }

    public CallingBot ToBot() => new(Id, Bot, Branch, CodeList.Split(Scopes).ToHashSet(StringComparer.Ordinal));
}

internal sealed class ApiKeyRowMap : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(key => key.Id);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.Property(key => key.Name).HasMaxLength(120);
        builder.Property(key => key.Bot).HasMaxLength(64);
    }
}
