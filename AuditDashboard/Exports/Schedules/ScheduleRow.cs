using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Exports.Schedules;

/// <summary>A file that makes itself: every day for the day before, or every week for the seven days before.</summary>
internal sealed class ScheduleRow
{
    public Guid Id { get; set; }
    public string By { get; set; } = "";
    public string ByName { get; set; } = "";
    public string What { get; set; } = "";
    public string Format { get; set; } = "";
    public string Dialect { get; set; } = "";
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public bool MasksPhones { get; set; }

    /// <summary>Day of the week; null = every day.</summary>
    public DayOfWeek? Weekday { get; set; }

    /// <summary>Full hour of the salon's day.</summary>
    public int Hour { get; set; }

    public DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? LastAt { get; set; }
}

internal sealed class ScheduleRowMap : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("export_schedules").HasKey(row => row.Id);
        builder.HasIndex(row => row.NextAt);
    }
}
