using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Notices.Outbox;

/// <summary>
/// One thing a bot is told. Sent at least once: a crash between sending and noting it here sends it again, with the same <c>webhook-id</c> and the same
/// body, by which the bot knows it. Erasure deletes nothing here, because a body holds nothing of a person: checkpoints, our own ids, counts and moments.
/// </summary>
internal sealed class BotNoticeRow
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string Gone = "gone";

    /// <summary>The <c>webhook-id</c>.</summary>
    public string Id { get; set; } = "";

    public string EndpointId { get; set; } = "";

    /// <summary>A word of <see cref="NoticeKinds"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The JSON that is signed and sent, to the byte.</summary>
    public string Body { get; set; } = "";

    /// <summary>waiting | sent | failed (and tried again at <see cref="NextAt"/>) | gone (given up)</summary>
    public string State { get; set; } = Waiting;

    public int Attempts { get; set; }

    public DateTimeOffset NextAt { get; set; }

    /// <summary>The bot's HTTP status at the last try, or why it could not be asked.</summary>
    public string? Code { get; set; }

    /// <summary>Since when every try failed; of a notice that is gone, since when the bot is not told.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

internal sealed class BotNoticeRowMap : IEntityTypeConfiguration<BotNoticeRow>
{
    public void Configure(EntityTypeBuilder<BotNoticeRow> builder)
    {
        builder.ToTable("notices").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.State, row.NextAt });
        builder.HasIndex(row => new { row.EndpointId, row.CreatedAt });
    }
}
