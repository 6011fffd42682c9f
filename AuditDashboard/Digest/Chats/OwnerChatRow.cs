using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Digest.Chats;

/// <summary>Where one owner reads the salon's messages. Without an address nothing is bound yet, or not any more.</summary>
internal sealed class OwnerChatRow
{
    public string UserId { get; set; } = "";

    /// <summary>ru | en</summary>
    public string Language { get; set; } = Speech.Russian;

    /// <summary>telegram | max</summary>
    public string? Channel { get; set; }

    /// <summary>With the channel's prefix: <c>tg:700000101</c>.</summary>
    public string? Address { get; set; }

    /// <summary>The assistant that was written to, and the endpoint it came by; without one, any of that assistant's in the channel.</summary>
    public string? Bot { get; set; }

    public string? Endpoint { get; set; }

    public DateTimeOffset? BoundAt { get; set; }

    /// <summary>SHA-256 of the one-time code that was handed out last; null once it was used.</summary>
    public string? CodeHash { get; set; }

    /// <summary>The code counts before this moment.</summary>
    public DateTimeOffset? CodeUntil { get; set; }
}

internal sealed class OwnerChatRowMap : IEntityTypeConfiguration<OwnerChatRow>
{
    public void Configure(EntityTypeBuilder<OwnerChatRow> builder)
    {
        builder.ToTable("owner_chats").HasKey(row => row.UserId);
        builder.HasIndex(row => row.CodeHash).IsUnique();
    }
}
