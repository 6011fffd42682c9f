using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Clients;

/// <summary>A client's address in a channel, with the channel's prefix (<c>tg:700000101</c>).</summary>
internal sealed class IdentityRow
{
    public string Address { get; set; } = "";
    public ClientId ClientId { get; set; }
    public string? Channel { get; set; }
    public DateTimeOffset FirstSeenAt { get; set; }
}

/// <summary>Whose phone it is: the record that showed it first.</summary>
internal sealed class PhoneRow
{
    /// <summary>E.164.</summary>
    public string Phone { get; set; } = "";
    public ClientId ClientId { get; set; }
}

internal sealed class IdentityRowMap : IEntityTypeConfiguration<IdentityRow>
{
    public void Configure(EntityTypeBuilder<IdentityRow> builder)
    {
        builder.ToTable("client_identities").HasKey(row => row.Address);
        builder.HasIndex(row => row.ClientId);
    }
}

internal sealed class PhoneRowMap : IEntityTypeConfiguration<PhoneRow>
{
    public void Configure(EntityTypeBuilder<PhoneRow> builder) => builder.ToTable("client_phones").HasKey(row => row.Phone);
}
