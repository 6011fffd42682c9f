using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.WriteBack;

/// <summary>What the booking system has yet to hear about a booking. One row a booking: the latest word is what it must hear.</summary>
internal sealed class AttendanceRow
{
    public string EndpointId { get; set; } = "";
    public string BookingId { get; set; } = "";

    /// <summary><c>confirmed</c> | <c>attended</c> | <c>no_show</c></summary>
    public string Attendance { get; set; } = "";

    /// <summary>The event that said it: a newer one must not be taken for told.</summary>
    public long Seq { get; set; }

    /// <summary>waiting | told | refused</summary>
    public string State { get; set; } = "";

    public int Attempts { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public string? Code { get; set; }
}

internal sealed class AttendanceRowMap : IEntityTypeConfiguration<AttendanceRow>
{
    public void Configure(EntityTypeBuilder<AttendanceRow> builder)
    {
        builder.ToTable("attendance_outbox").HasKey(row => new { row.EndpointId, row.BookingId });
        builder.HasIndex(row => new { row.State, row.NextAt });
    }
}
