using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Events.Log;

internal sealed class EventRow
{
    public long Seq { get; set; }
    public string Bot { get; set; } = "";
    public string Source { get; set; } = "";
    public string EventId { get; set; } = "";
    public string? Endpoint { get; set; }
    public string Type { get; set; } = "";
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public string? SessionKey { get; set; }
    public SessionId? SessionId { get; set; }
    public ClientId? ClientId { get; set; }
    public DateTimeOffset OccurredAt { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public int Flags { get; set; }
    public long LogIndex { get; set; }
    public byte[]? Salt { get; set; }
    public byte[]? Payload { get; set; }
}

internal sealed class EventRowMap : IEntityTypeConfiguration<EventRow>
{
    /// <summary>Types with an index of their own: so few events that no other one pays for it.</summary>
    internal static readonly IReadOnlyList<string> Rare = [EventTypes.ReleaseActivated, EventTypes.ReleaseRolledBack];

    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Bot, row.Source, row.EventId }).IsUnique();
        builder.HasIndex(row => row.SessionId);
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.OccurredAt);
        // What retention looks through every night: small, since what it has emptied is not in it.
        builder.HasIndex(row => row.OccurredAt, "IX_events_content").HasFilter("payload IS NOT NULL");
        builder.HasIndex(row => row.Type).HasFilter(string.Join(" or ", Rare.Select(type => $"type = '{type}'")));
    }
}
