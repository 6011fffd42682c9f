using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>The last reminder a client got in a channel, and whether it still waits for an answer. One row a client and channel, whatever their number.</summary>
internal sealed class AskedReminderRow
{
    public ClientId ClientId { get; set; }

    /// <summary>Empty where the sender names none.</summary>
    public string Channel { get; set; } = "";

    /// <summary>The booking it asked about; null once it was answered, or the salon has said something else since.</summary>
    public string? BookingId { get; set; }

    /// <summary>When it was sent, or what ended it.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The channel's own id of it: an echo of the same message ends nothing.</summary>
    public string? ExternalId { get; set; }
}

internal sealed class AskedReminderRowMap : IEntityTypeConfiguration<AskedReminderRow>
{
    public void Configure(EntityTypeBuilder<AskedReminderRow> builder) => builder.ToTable("asked_reminders").HasKey(row => new { row.ClientId, row.Channel });
}
