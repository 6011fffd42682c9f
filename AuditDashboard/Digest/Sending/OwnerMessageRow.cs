using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Digest.Sending;

/// <summary>
/// One message to one owner. planned → sending → sent | failed | uncertain, or planned → void. Its key is what keeps it from being sent twice, however
/// often the job runs or the process dies.
/// </summary>
internal sealed class OwnerMessageRow
{
    /// <summary>Kind, what it is about, and whom it is for: <c>digest:2026-11-24:…</c>.</summary>
    public string Key { get; set; } = "";

    public string Kind { get; set; } = "";
    public string UserId { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>A word of <see cref="MessageStates"/>.</summary>
    public string State { get; set; } = MessageStates.Planned;

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Not worth sending any more from this moment on.</summary>
    public DateTimeOffset Until { get; set; }

    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why it is where it is: a channel's code or a short word.</summary>
    public string? Code { get; set; }

    public static OwnerMessageRow Plan(string kind, string about, string userId, string text, DateTimeOffset now, TimeSpan useful) => new()
    {
        Key = $"{kind}:{about}:{userId}", Kind = kind, UserId = userId, Text = text, CreatedAt = now, NextAt = now, Until = now + useful,
    };

    public void Settle(string state, string? code) => (State, Code) = (state, code);
}

internal static class MessageKinds
{
    public static readonly string Bound = "bound";
    public static readonly string Digest = "digest";
    public static readonly string Alarm = "alarm";
}

internal static class MessageStates
{
    public static readonly string Planned = "planned";
    public static readonly string Sending = "sending";
    public static readonly string Sent = "sent";
    public static readonly string Failed = "failed";
    public static readonly string Uncertain = "uncertain";
    public static readonly string Void = "void";
}

internal sealed class OwnerMessageRowMap : IEntityTypeConfiguration<OwnerMessageRow>
{
    public void Configure(EntityTypeBuilder<OwnerMessageRow> builder)
    {
        builder.ToTable("owner_messages").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.State, row.NextAt });
        builder.HasIndex(row => row.CreatedAt);
    }
}
