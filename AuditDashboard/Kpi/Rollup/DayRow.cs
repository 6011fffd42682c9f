using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>
/// The sums of one local date, channel, branch and release. By local date and not by UTC hour: every question is asked in dates of the organization's
/// zone, so that a month is 30 rows a place instead of 720, and zones of half and quarter hours and days of 23 or 25 hours need no care. The units
/// keep their moments: another zone re-dates them at start. What is asked by hour (when do clients write) stands in the row as 24 counts.
/// </summary>
internal sealed class DayRow
{
    /// <summary>Local date of the organization's zone, as a day number.</summary>
    public int Day { get; set; }

    /// <summary>Empty where no event named one.</summary>
    public string Channel { get; set; } = "";

    public string Branch { get; set; } = "";

    /// <summary>Empty where none is known.</summary>
    public string Release { get; set; } = "";

    /// <summary>Counts by <see cref="DaySum"/>'s places, varints.</summary>
    public byte[] Counts { get; set; } = [];

    /// <summary>24 varints each, by local hour: inbound sessions by their start, bookings of the assistant, of those outside working hours.</summary>
    public byte[] Hours { get; set; } = [];

    /// <summary>Waits for the assistant's answers, a histogram.</summary>
    public byte[] Waits { get; set; } = [];

    /// <summary>Waits for people's answers, a histogram.</summary>
    public byte[] HumanWaits { get; set; } = [];

    /// <summary>Times from need to booking, a histogram.</summary>
    public byte[] BookingWaits { get; set; } = [];

    /// <summary>Times from reminder to reaction, a histogram.</summary>
    public byte[] Reactions { get; set; } = [];

    /// <summary>Waits for the assistant's first answer of each session, a histogram.</summary>
    public byte[] FirstWaits { get; set; } = [];

    /// <summary>Working time until a person answered a call for one, a histogram.</summary>
    public byte[] HumanReplies { get; set; } = [];

    /// <summary>Ways of messages from the messenger to us, a histogram.</summary>
    public byte[] Deliveries { get; set; } = [];

    /// <summary>Amounts by <see cref="Amounts"/>, varints.</summary>
    public byte[] Totals { get; set; } = [];
}

internal sealed class DayRowMap : IEntityTypeConfiguration<DayRow>
{
    public void Configure(EntityTypeBuilder<DayRow> builder) =>
        builder.ToTable("kpi_days").HasKey(row => new { row.Day, row.Channel, row.Branch, row.Release });
}
