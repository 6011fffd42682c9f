using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Arrivals;

/// <summary>What one sender brought in one hour. A week's hours take turns in the same rows, so the table never grows with the log.</summary>
internal sealed class ArrivalRow
{
    /// <summary>Hours a sender keeps: a week.</summary>
    public const int Slots = 24 * 7;

    public string Bot { get; set; } = "";

    /// <summary>Id of the endpoint; empty for the events API.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><see cref="Hour"/> modulo <see cref="Slots"/>.</summary>
    public int Slot { get; set; }

    /// <summary>UTC hours since 1970.</summary>
    public long Hour { get; set; }

    /// <summary>New events; repeats do not count.</summary>
    public int Events { get; set; }

    public long LastSeq { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}

internal sealed class ArrivalRowMap : IEntityTypeConfiguration<ArrivalRow>
{
    public void Configure(EntityTypeBuilder<ArrivalRow> builder) =>
        builder.ToTable("channel_arrivals").HasKey(row => new { row.Bot, row.Endpoint, row.Slot });
}
