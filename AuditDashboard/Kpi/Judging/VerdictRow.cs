using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Kpi.Judging;

/// <summary>What a person said about a suspected duplicate or a missed client (K15).</summary>
internal sealed class VerdictRow
{
    /// <summary>A <see cref="Metrics.UnitKind"/>; with <see cref="Seq"/> the unit it is about.</summary>
    public int Kind { get; set; }

    public long Seq { get; set; }

    /// <summary>yes | no: it is what it is suspected to be, or it is not.</summary>
    public string Verdict { get; set; } = "";

    /// <summary>Id of the person.</summary>
    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class VerdictRowMap : IEntityTypeConfiguration<VerdictRow>
{
    public void Configure(EntityTypeBuilder<VerdictRow> builder) => builder.ToTable("kpi_verdicts").HasKey(row => new { row.Kind, row.Seq });
}
