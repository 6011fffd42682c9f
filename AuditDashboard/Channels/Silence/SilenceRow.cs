using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Silence;

/// <summary>A source that has fallen silent, until it is heard again.</summary>
internal sealed class SilenceRow
{
    public string Bot { get; set; } = "";
    public string Endpoint { get; set; } = "";
    public string Channel { get; set; } = "";

    /// <summary>Its last session, or the moment from which we have been listening.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset NoticedAt { get; set; }

    /// <summary>Hundredths of sessions that should have come by then.</summary>
    public int ExpectedHundredths { get; set; }
}

internal sealed class SilenceRowMap : IEntityTypeConfiguration<SilenceRow>
{
    public void Configure(EntityTypeBuilder<SilenceRow> builder) => builder.ToTable("channel_silences").HasKey(row => new { row.Bot, row.Endpoint, row.Channel });
}
