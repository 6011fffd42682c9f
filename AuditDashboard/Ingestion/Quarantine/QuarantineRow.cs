using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Ingestion.Quarantine;

internal sealed class QuarantineRow
{
    public long Id { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public int Times { get; set; } = 1;
    public string Bot { get; set; } = "";
    public string? Branch { get; set; }
    public string? Endpoint { get; set; }
    public string? KeyId { get; set; }
    public string Envelope { get; set; } = "";
    public string? EventId { get; set; }
    public string Code { get; set; } = "";

    /// <summary>JSON object: problems by JSON Pointer; null where the code says all.</summary>
    public string? Errors { get; set; }

    /// <summary>At most 256 KiB of what came; <see cref="Size"/> is what it had.</summary>
    public byte[] Body { get; set; } = [];

    public int Size { get; set; }

    /// <summary>SHA-256 over sender and body: the same refused body is one row.</summary>
    public byte[] Digest { get; set; } = [];
}

internal sealed class QuarantineRowMap : IEntityTypeConfiguration<QuarantineRow>
{
    public void Configure(EntityTypeBuilder<QuarantineRow> builder)
    {
        builder.ToTable("quarantine").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.HasIndex(row => row.Digest).IsUnique();
    }
}
