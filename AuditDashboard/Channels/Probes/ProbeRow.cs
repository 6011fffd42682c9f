using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Probes;

/// <summary>What the last probe of an endpoint found; a page after a restart shows the last that is known.</summary>
internal sealed class ProbeRow
{
    public string Endpoint { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>Of <see cref="ProbeResult"/>.</summary>
    public string Code { get; set; } = "";

    public string? Detail { get; set; }
    public long? Pending { get; set; }

    /// <summary>Since when every probe found this very code.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset? LastGoodAt { get; set; }

    /// <summary>A <c>channel.warning</c> about this outage lies in the log.</summary>
    public bool IsTold { get; set; }
}

internal sealed class ProbeRowMap : IEntityTypeConfiguration<ProbeRow>
{
    public void Configure(EntityTypeBuilder<ProbeRow> builder) => builder.ToTable("channel_probes").HasKey(row => row.Endpoint);
}
