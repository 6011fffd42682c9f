using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Outages;

/// <summary>When the application was last alive; and its last outage.</summary>
internal sealed class HeartbeatRow
{
    public string Name { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? DownFrom { get; set; }
    public DateTimeOffset? DownTo { get; set; }
}

internal sealed class HeartbeatRowMap : IEntityTypeConfiguration<HeartbeatRow>
{
    public void Configure(EntityTypeBuilder<HeartbeatRow> builder) => builder.ToTable("heartbeats").HasKey(row => row.Name);
}
