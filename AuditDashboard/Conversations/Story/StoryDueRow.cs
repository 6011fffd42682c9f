using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Story;

/// <summary>When a client's story will change without a new event.</summary>
internal sealed class StoryDueRow
{
    /// <summary>The record that stands for the person.</summary>
    public ClientId ClientId { get; set; }

    public DateTimeOffset DueAt { get; set; }
}

internal sealed class StoryDueRowMap : IEntityTypeConfiguration<StoryDueRow>
{
    public void Configure(EntityTypeBuilder<StoryDueRow> builder)
    {
        builder.ToTable("story_dues").HasKey(row => row.ClientId);
        builder.HasIndex(row => row.DueAt);
    }
}
