using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>One episode of a conversation, kept up to date in the append transaction.</summary>
internal sealed class SessionRow
{
    public SessionId Id { get; set; }
    public string Bot { get; set; } = "";

    /// <summary>What makes a conversation one: the sender's key, or channel and address.</summary>
    public string ConversationKey { get; set; } = "";

    /// <summary>The sender's own key; null when it sends none.</summary>
    public string? SessionKey { get; set; }

    public ClientId ClientId { get; set; }
    public string? ClientAddress { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset LastActivityAt { get; set; }

    /// <summary>The earliest <c>session.closed</c> in it; idleness closes it too, but writes nothing.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public int Messages { get; set; }
    public string? LastText { get; set; }
    public DateTimeOffset? LastTextAt { get; set; }
    public string? LastIntent { get; set; }
    public bool HasHuman { get; set; }
    public bool Escalated { get; set; }
    public bool Complaint { get; set; }
    public string? LeadId { get; set; }
    public long? LeadBitrix24 { get; set; }

    /// <summary>Client name, phone digits and lead in lower case with ё as е; what was said lies in the index of words.</summary>
    public string SearchText { get; set; } = "";

    public DateTimeOffset LastRecordedAt { get; set; }

    /// <summary>The clock of the last event was within 5 min of ours (decisions.md 16).</summary>
    public bool LastWasLive { get; set; }

    public long LastSeq { get; set; }

    /// <summary>Not stored: the row is new here, or something it is found by has changed, so that more than its facts must be written.</summary>
    internal bool IsMoved { get; set; } = true;
}

internal sealed class SessionRowMap : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Bot, row.ConversationKey, row.StartedAt });
        builder.HasIndex(row => row.ClientAddress);
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.LastActivityAt);
        builder.HasIndex(row => row.StartedAt);

        // A part of a name or of a number can stand anywhere in it: an index of nothing else is the least there is to look through.
        builder.HasIndex(row => new { row.SearchText, row.Id });

        // Few of many: counted at every look at the list, and no other session pays for them when it is written.
        builder.HasIndex(row => row.Complaint).HasFilter("complaint");
        builder.HasIndex(row => row.Escalated).HasFilter("escalated");
    }
}
