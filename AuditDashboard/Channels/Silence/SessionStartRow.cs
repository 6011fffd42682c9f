using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Silence;

/// <summary>Sessions that clients began in one hour, by who brought them and in which channel. Seven weeks' hours take turns in the same rows.</summary>
internal sealed class SessionStartRow
{
    /// <summary>Hours a source keeps: the six weeks K17 looks back, and the present one.</summary>
    public const int Slots = 7 * Expectation.Week;

    public string Bot { get; set; } = "";

    /// <summary>Id of the endpoint; empty for the events API.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Empty where no event of the session names one.</summary>
    public string Channel { get; set; } = "";

    /// <summary><see cref="Hour"/> modulo <see cref="Slots"/>.</summary>
    public int Slot { get; set; }

    /// <summary>UTC hours since 1970.</summary>
    public long Hour { get; set; }

    public int Starts { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

internal sealed class SessionStartRowMap : IEntityTypeConfiguration<SessionStartRow>
{
    public void Configure(EntityTypeBuilder<SessionStartRow> builder) =>
        builder.ToTable("channel_starts").HasKey(row => new { row.Bot, row.Endpoint, row.Channel, row.Slot });
}
