using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Reach;

/// <summary>Whether and when a client last wrote to a bot in a channel: where they are reached first, and where no more.</summary>
internal sealed class ReachRow
{
    /// <summary>With the channel's prefix.</summary>
    public string Address { get; set; } = "";

    public string Bot { get; set; } = "";
    public string? Endpoint { get; set; }
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>The client has shut the door, or the channel says there is none; until they write again.</summary>
    public DateTimeOffset? BlockedAt { get; set; }
}

internal sealed class ReachRowMap : IEntityTypeConfiguration<ReachRow>
{
    public void Configure(EntityTypeBuilder<ReachRow> builder) => builder.ToTable("client_reaches").HasKey(row => new { row.Address, row.Bot });
}
