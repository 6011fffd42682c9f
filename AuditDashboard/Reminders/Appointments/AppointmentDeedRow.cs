using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Appointments;

/// <summary>What one <c>booking.*</c> event said, kept by booking: a late event folds into the same state as one in time.</summary>
internal sealed class AppointmentDeedRow
{
    public long Seq { get; set; }
    public string BookingId { get; set; } = "";
    public string Bot { get; set; } = "";
    public string Type { get; set; } = "";
    public string? Actor { get; set; }
    public DateTimeOffset At { get; set; }
    public bool IsRefusal { get; set; }
    public string? RootId { get; set; }
    public string? Service { get; set; }
    public string? Staff { get; set; }
    public DateTimeOffset? StartAt { get; set; }
    public DateTimeOffset? EndAt { get; set; }
    public ClientId? ClientId { get; set; }
    public string? ClientAddress { get; set; }
    public string? ClientName { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public string? Endpoint { get; set; }

    /// <summary>The client wishes for another time.</summary>
    public bool IsWish { get; set; }

    public static AppointmentDeedRow Of(BookingDeed deed, string? endpoint, bool isWish) => new()
    {
        Seq = deed.Seq, BookingId = deed.Booking.Id, Bot = deed.Bot, Type = deed.Type, Actor = deed.Actor, At = deed.At, IsRefusal = deed.IsRefusal, RootId = deed.RootId,
        Service = deed.Booking.Service, Staff = deed.Booking.Staff, StartAt = deed.Booking.Start, EndAt = deed.Booking.End, ClientId = deed.ClientId,
        ClientAddress = deed.Client?.Id, ClientName = deed.Client?.Name, Channel = deed.Channel, Branch = deed.Branch, Endpoint = endpoint, IsWish = isWish,
    };

    public BookingDeed Deed() => new(
        At, Seq, Bot, Type, Actor, IsRefusal, RootId, new EventContent.BookingPart(BookingId, Service, Staff, StartAt, EndAt, null, null), ClientId,
        ClientAddress is null && ClientName is null ? null : new EventContent.ClientPart(ClientAddress, ClientName, null), Channel, Branch);
}

internal sealed class AppointmentDeedRowMap : IEntityTypeConfiguration<AppointmentDeedRow>
{
    public void Configure(EntityTypeBuilder<AppointmentDeedRow> builder)
    {
        builder.ToTable("appointment_deeds").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.HasIndex(row => row.BookingId);
    }
}
