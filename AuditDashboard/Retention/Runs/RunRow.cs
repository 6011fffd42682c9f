using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Retention.Runs;

/// <summary>One run of retention: what it was told, and how far it came. Written in the transactions that delete, so the report is as true as the deletion.</summary>
internal sealed class RunRow
{
    public Guid Id { get; set; }
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while it runs, or waits for the next start after a crash.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Id of a person, <c>key:&lt;id&gt;</c> or <c>schedule</c>.</summary>
    public string By { get; set; } = "";

    public int ConversationDays { get; set; }
    public int CallDays { get; set; }
    public int QuarantineDays { get; set; }

    /// <summary>Newest event the run may touch.</summary>
    public long LastSeq { get; set; }

    /// <summary>Events that lost their content.</summary>
    public long Messages { get; set; }

    /// <summary>Dialogs they were in.</summary>
    public long Dialogs { get; set; }

    /// <summary>Client records that lost their name and addresses.</summary>
    public long Clients { get; set; }

    /// <summary>Refused bodies, telemetry traces and export files that are gone.</summary>
    public long Others { get; set; }

    /// <summary>Evidence indices touched; −1 = none.</summary>
    public long FirstIndex { get; set; } = -1;

    public long LastIndex { get; set; } = -1;

    /// <summary>The longest a batch kept the write gate, in milliseconds.</summary>
    public long LongestMs { get; set; }

    public PurgeOrder Order => new(StartedAt.AddDays(-ConversationDays), StartedAt.AddDays(-CallDays), StartedAt.AddDays(-QuarantineDays), LastSeq);

    public void Add(PurgeBatch batch)
    {
        Messages += batch.What == "messages" ? batch.Rows : 0;
        Clients += batch.What == "clients" ? batch.Rows : 0;
        Others += batch.What is "quarantine" or "telemetry" or "exports" ? batch.Rows : 0;
        foreach (var index in batch.LogIndices)
        {
            FirstIndex = FirstIndex < 0 || index < FirstIndex ? index : FirstIndex;
            LastIndex = index > LastIndex ? index : LastIndex;
        }
    }
}

internal sealed class RunRowMap : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable("retention_runs").HasKey(row => row.Id);
        builder.Ignore(row => row.Order);
        builder.HasIndex(row => row.StartedAt);
    }
}
