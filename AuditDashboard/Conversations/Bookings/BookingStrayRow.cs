using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>
/// An event of a booking that came under nobody or under somebody else than the booking's owner, or before anybody knew who made it: a mark by id
/// alone, a call to a number nobody had. It counts for the booking, whoever it came under.
/// </summary>
internal sealed class BookingStrayRow
{
    public long Seq { get; set; }
    public string Bot { get; set; } = "";
    public string BookingId { get; set; } = "";

    /// <summary>Whom the event came under; null = nobody.</summary>
    public ClientId? ClientId { get; set; }

    /// <summary>Whose booking it is; null = not known yet.</summary>
    public ClientId? OwnerId { get; set; }
}

internal sealed class BookingStrayRowMap : IEntityTypeConfiguration<BookingStrayRow>
{
    public void Configure(EntityTypeBuilder<BookingStrayRow> builder)
    {
        builder.ToTable("booking_strays").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Bot, row.BookingId });
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.OwnerId);
    }
}
