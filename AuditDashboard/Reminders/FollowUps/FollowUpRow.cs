using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>A client with whom the salon may speak first: a lead that fell silent, or a missed call. Its messages are reminders' rows under its key.</summary>
internal sealed class FollowUpRow
{
    /// <summary>One a record of a client; of calls one a record and local day.</summary>
    public string Key { get; set; } = "";

    /// <summary>lead | call</summary>
    public string Kind { get; set; } = FollowUpKinds.Lead;

    public ClientId ClientId { get; set; }
    public string Bot { get; set; } = "";
    public string? Branch { get; set; }

    /// <summary>Where the talk was.</summary>
    public string? Address { get; set; }

    /// <summary>UTC. When the lead was made or the call missed; null = the client wants nothing yet.</summary>
    public DateTimeOffset? SinceAt { get; set; }

    /// <summary>UTC. When the client last did anything, or asked for a person: then the salon owes the next word.</summary>
    public DateTimeOffset? LastInAt { get; set; }

    /// <summary>UTC. When the salon last answered; fixed once a message was raised.</summary>
    public DateTimeOffset? LastOutAt { get; set; }

    /// <summary>Steps of the ladder that are over, sent or left out.</summary>
    public int Steps { get; set; }

    /// <summary>UTC. When the next step is due; null = none is.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Why it is over: <c>answered</c>, <c>booked</c>, <c>stopped</c>, <c>complaint</c>, <c>spam</c>, <c>closed</c>, <c>done</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Names the matter in its messages' keys, Unix seconds: a lead gets each step once, whatever restarts.</summary>
    public long Version => SinceAt?.ToUnixTimeSeconds() ?? 0;
}

internal static class FollowUpKinds
{
    public static readonly string Lead = "lead";
    public static readonly string Call = "call";
}

internal sealed class FollowUpRowMap : IEntityTypeConfiguration<FollowUpRow>
{
    public void Configure(EntityTypeBuilder<FollowUpRow> builder)
    {
        builder.ToTable("follow_ups").HasKey(row => row.Key);
        builder.Ignore(row => row.Version);
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.NextAt);
    }
}
