using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Story;

/// <summary>How far the stories are told. One row.</summary>
internal sealed class StoryStateRow
{
    public const int Only = 1;

    public int Id { get; set; } = Only;

    /// <summary>Every event up to here is in its client's story.</summary>
    public long Seq { get; set; }

    /// <summary>The rules the stories were told by; other rules tell all of them anew.</summary>
    public string Rules { get; set; } = "";
}

/// <summary>When a client's story will change without a new event.</summary>
internal sealed class StoryDueRow
{
    /// <summary>The record that stands for the person.</summary>
    public ClientId ClientId { get; set; }

    public DateTimeOffset DueAt { get; set; }
}

internal sealed class StoryStateRowMap : IEntityTypeConfiguration<StoryStateRow>
{
    public void Configure(EntityTypeBuilder<StoryStateRow> builder)
    {
        builder.ToTable("story_state").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class StoryDueRowMap : IEntityTypeConfiguration<StoryDueRow>
{
    public void Configure(EntityTypeBuilder<StoryDueRow> builder)
    {
        builder.ToTable("story_dues").HasKey(row => row.ClientId);
        builder.HasIndex(row => row.DueAt);
    }
}
