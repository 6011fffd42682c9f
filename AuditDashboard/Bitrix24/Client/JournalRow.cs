using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>One call of the portal. Bodies are kept as digests: what they say of clients lies in the log, under its retention.</summary>
internal sealed class JournalRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public string Method { get; set; } = "";

    /// <summary>The address without its secret.</summary>
    public string Address { get; set; } = "";

    /// <summary>What it was about, such as <c>lead 77</c>; no names.</summary>
    public string? Subject { get; set; }

    public int Status { get; set; }

    /// <summary>How it was judged (<see cref="AnswerKind"/>).</summary>
    public string Kind { get; set; } = "";

    public string Code { get; set; } = "";

    public int TookMs { get; set; }

    public DateTimeOffset? PortalTime { get; set; }

    public double? Operating { get; set; }

    /// <summary>SHA-256 of the request's body, hexadecimal.</summary>
    public string RequestDigest { get; set; } = "";

    public string AnswerDigest { get; set; } = "";
}

internal sealed class JournalRowMap : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("bitrix_journal").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.HasIndex(row => row.At);
    }
}
