using AuditDashboard.Digest.Chats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Digest.Writing;

/// <summary>One morning's digest, as it was said. Its key is what keeps it once a day.</summary>
internal sealed class DigestRow
{
    /// <summary>The morning, a local date of the organization's zone; it is about the day before.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset MadeAt { get; set; }
    public string Russian { get; set; } = "";
    public string English { get; set; } = "";

    public string In(string language) => language == Speech.English ? English : Russian;
}

internal sealed class DigestRowMap : IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<DigestRow> builder) => builder.ToTable("digests").HasKey(row => row.Day);
}
