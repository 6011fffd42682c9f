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

internal sealed class StoryStateRowMap : IEntityTypeConfiguration<StoryStateRow>
{
    public void Configure(EntityTypeBuilder<StoryStateRow> builder)
    {
        builder.ToTable("story_state").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
