using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Jobs.Runs;

/// <summary>One run of a job that has ended.</summary>
internal sealed class JobRunRow
{
    public long Id { get; set; }

    public string Job { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset EndedAt { get; set; }

    /// <summary>done, or the type of what was thrown: a message may carry what does not belong here.</summary>
    public string Result { get; set; } = "";
}

internal sealed class JobRunRowMap : IEntityTypeConfiguration<JobRunRow>
{
    public void Configure(EntityTypeBuilder<JobRunRow> builder)
    {
        builder.ToTable("job_runs").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.HasIndex(row => new { row.Job, row.StartedAt });
    }
}
