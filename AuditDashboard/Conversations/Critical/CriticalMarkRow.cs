using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Critical;

/// <summary>What people did about a critical event. Apart from <see cref="CriticalRow"/>, which is made anew with the story.</summary>
internal sealed class CriticalMarkRow
{
    /// <summary>Of the event.</summary>
    public long Seq { get; set; }

    /// <summary>When somebody first looked at it.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Id and name of the person who took it on.</summary>
    public string? OwnerId { get; set; }

    public string? OwnerName { get; set; }

    /// <summary>Set by hand, where no event says it: somebody called back.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

internal sealed class CriticalMarkRowMap : IEntityTypeConfiguration<CriticalMarkRow>
{
    public void Configure(EntityTypeBuilder<CriticalMarkRow> builder)
    {
        builder.ToTable("critical_marks").HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
    }
}
