using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Retention.Dossier;

/// <summary>Somebody asked what the salon knows about them: law 152-FZ, article 20 part 1, gives ten working days for the answer.</summary>
internal sealed class SubjectRequestRow
{
    public Guid Id { get; set; }
    public Guid ClientId { get; set; }
    public DateOnly ReceivedOn { get; set; }
    public DateOnly DueOn { get; set; }

    /// <summary>Id of the person who noted it.</summary>
    public string By { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class SubjectRequestRowMap : IEntityTypeConfiguration<SubjectRequestRow>
{
    public void Configure(EntityTypeBuilder<SubjectRequestRow> builder)
    {
        builder.ToTable("subject_requests").HasKey(row => row.Id);
        builder.Property(row => row.ReceivedOn).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(row => row.DueOn).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.HasIndex(row => row.ClientId);
        builder.HasIndex(row => row.AnsweredAt);
    }
}
