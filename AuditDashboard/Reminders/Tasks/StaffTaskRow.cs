using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Tasks;

/// <summary>Something only a person can do about a booking.</summary>
internal sealed class StaffTaskRow
{
    /// <summary>Names the matter: told twice it is one task.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>call</c> | <c>move</c> | <c>check</c></summary>
    public string Kind { get; set; } = "";

    /// <summary>Why, as a short word: <c>no_channel</c>, <c>missed</c>, <c>uncertain</c>, <c>wish</c> …</summary>
    public string Reason { get; set; } = "";

    public string AppointmentKey { get; set; } = "";
    public long Version { get; set; }
    public ClientId? ClientId { get; set; }
    public string? Branch { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Until when it makes sense: the visit's start.</summary>
    public DateTimeOffset Until { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
    public string? DoneBy { get; set; }
}

internal sealed class StaffTaskRowMap : IEntityTypeConfiguration<StaffTaskRow>
{
    public void Configure(EntityTypeBuilder<StaffTaskRow> builder)
    {
        builder.ToTable("staff_tasks").HasKey(row => row.Id);
        builder.HasIndex(row => row.AppointmentKey);
        builder.HasIndex(row => new { row.DoneAt, row.Until });
    }
}
