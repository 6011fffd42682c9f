using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>Which lead a booking belongs to: its reminder is answered in another session than it was made in.</summary>
internal sealed class BookingLinkRow
{
    public string Bot { get; set; } = "";
    public string BookingId { get; set; } = "";
    public long LinkId { get; set; }

    /// <summary>Its number in the portal's online booking.</summary>
    public long? PortalId { get; set; }
}

internal sealed class BookingLinkRowMap : IEntityTypeConfiguration<BookingLinkRow>
{
    public void Configure(EntityTypeBuilder<BookingLinkRow> builder) => builder.ToTable("bitrix_bookings").HasKey(row => new { row.Bot, row.BookingId });
}
