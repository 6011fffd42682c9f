using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Appointments;

/// <summary>A booking as it is now: the fold of its events, kept in the transaction that stores them.</summary>
internal sealed class AppointmentRow
{
    /// <summary>Our own short name of it: stays the same, whatever is learned about who made the booking.</summary>
    public string Key { get; set; } = "";

    public string Bot { get; set; } = "";
    public string BookingId { get; set; } = "";

    /// <summary>The booking this one continues; its own id where it continues none.</summary>
    public string RootId { get; set; } = "";

    public ClientId? ClientId { get; set; }
    public string? ClientAddress { get; set; }
    public string? ClientName { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public string? Service { get; set; }
    public string? Staff { get; set; }
    public DateTimeOffset StartAt { get; set; }
    public DateTimeOffset? EndAt { get; set; }

    /// <summary>What the clock in the branch shows at the start, <c>yyyy-MM-ddTHH:mm:ss</c>: it holds when the rules of the zone change afterwards.</summary>
    public string Wall { get; set; } = "";

    /// <summary>The branch's zone when <see cref="Wall"/> was read, IANA.</summary>
    public string Zone { get; set; } = "";

    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>created | confirmed | declined | cancelled: what was agreed.</summary>
    public string Plan { get; set; } = "";

    /// <summary>attended | no_show: what happened; null while nobody has said.</summary>
    public string? Fact { get; set; }

    public int Moves { get; set; }

    /// <summary>The start before the last move.</summary>
    public DateTimeOffset? MovedFrom { get; set; }

    /// <summary>When the client last answered about this start, whatever they said.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The client asked for another time and has not got one yet.</summary>
    public bool WantsMove { get; set; }

    /// <summary>Staff and somebody else have said opposite things: <c>plan</c> or <c>fact</c>; staff's word holds.</summary>
    public string? Conflict { get; set; }

    /// <summary>The endpoint of the booking system it came through: attendance is told back to it.</summary>
    public string? SourceEndpoint { get; set; }

    /// <summary>Nobody is reminded of it by us: its past is pretended (the demo), or it lay in the log before there were reminders.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Names the visit at this start: what was planned for another start is void.</summary>
    public long Version => StartAt.ToUnixTimeSeconds();

    public bool IsOpen => Fact is null && (Plan is "created" or "confirmed");
}

internal sealed class AppointmentRowMap : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.ToTable("appointments").HasKey(row => row.Key);
        builder.Ignore(row => row.Version).Ignore(row => row.IsOpen);
        builder.HasIndex(row => row.BookingId);
        builder.HasIndex(row => row.StartAt);
        builder.HasIndex(row => row.ClientId);
    }
}
