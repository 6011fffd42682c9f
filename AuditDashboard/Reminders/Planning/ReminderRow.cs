using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Planning;

/// <summary>
/// One message about one visit at one start. planned → sending → sent | failed | uncertain, or planned → void; sent → delivered. Its key is what keeps a
/// client from hearing the same thing twice.
/// </summary>
internal sealed class ReminderRow
{
    public string AppointmentKey { get; set; } = "";

    /// <summary>The start it is about, Unix seconds.</summary>
    public long Version { get; set; }

    /// <summary>The rule's name; <c>24h-again</c> after an outage, <c>now-…</c> by hand.</summary>
    public string Rule { get; set; } = "";

    public string State { get; set; } = ReminderStates.Planned;
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it is looked at next: later than <see cref="DueAt"/> where a channel asked to wait.</summary>
    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Where it was sent or is being sent.</summary>
    public string? Channel { get; set; }

    public string? EndpointId { get; set; }
    public string? Address { get; set; }

    /// <summary>The channel's own id of it, as the log has it in <c>externalId</c>.</summary>
    public string? MessageId { get; set; }

    /// <summary>It asked for an answer, and did not only remind.</summary>
    public bool Asks { get; set; }

    /// <summary>Tries on the present channel.</summary>
    public int Attempts { get; set; }

    /// <summary>Channels that have failed, by commas.</summary>
    public string Tried { get; set; } = "";

    /// <summary>Why it is where it is: a channel's code or a short word.</summary>
    public string? Code { get; set; }

    /// <summary>Words a person has seen and let go; null = made when it is sent.</summary>
    public string? Text { get; set; }

    public bool WasTried(string channel) => Array.IndexOf(Tried.Split(','), channel) >= 0;

    public void Fail(string channel) => (Tried, Attempts) = (Tried.Length == 0 ? channel : $"{Tried},{channel}", 0);
}

/// <summary>The words of http-api.md section 8.</summary>
internal static class ReminderStates
{
    public static readonly string Planned = "planned";
    public static readonly string Sending = "sending";
    public static readonly string Sent = "sent";
    public static readonly string Delivered = "delivered";
    public static readonly string Failed = "failed";
    public static readonly string Uncertain = "uncertain";
    public static readonly string Void = "void";
}

internal sealed class ReminderRowMap : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("reminders").HasKey(row => new { row.AppointmentKey, row.Version, row.Rule });
        builder.HasIndex(row => new { row.State, row.NextAt });
        builder.HasIndex(row => row.MessageId);
    }
}
