using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>What a session can have several of and is looked for by: intents of the client's messages, models, scenarios.</summary>
internal sealed class SessionTraitRow
{
    public SessionId SessionId { get; set; }

    /// <summary>A <see cref="SessionTrait"/>.</summary>
    public int Kind { get; set; }

    public string Value { get; set; } = "";
}

/// <summary>Stored: add new ones at the end.</summary>
internal enum SessionTrait
{
    Intent = 1,
    Model = 2,
    Scenario = 3,
}

internal sealed class SessionTraitRowMap : IEntityTypeConfiguration<SessionTraitRow>
{
    public void Configure(EntityTypeBuilder<SessionTraitRow> builder)
    {
        builder.ToTable("session_traits").HasKey(row => new { row.SessionId, row.Kind, row.Value });
        builder.HasIndex(row => new { row.Kind, row.Value });
    }
}
