using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>That a booking exists, and whose it is. What became of it is a matter of the log.</summary>
internal sealed class BookingRow
{
    public string Bot { get; set; } = "";
    public string BookingId { get; set; } = "";

    /// <summary>Our short name of it; null for one that was last changed before there were such names.</summary>
    public string? Key { get; set; }

    public ClientId? ClientId { get; set; }
    public string? ClientAddress { get; set; }

    /// <summary>The time of its earliest creation, whose client owns it; null while nobody told of one.</summary>
    public DateTimeOffset? CreatedAt { get; set; }
}

internal sealed class BookingRowMap : IEntityTypeConfiguration<BookingRow>
{
    public void Configure(EntityTypeBuilder<BookingRow> builder)
    {
        builder.ToTable("bookings").HasKey(row => new { row.Bot, row.BookingId });
        builder.HasIndex(row => row.BookingId);
        builder.HasIndex(row => row.Key);
    }
}
