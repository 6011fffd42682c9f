using AuditDashboard.Digest.Chats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Digest.Alarms;

/// <summary>Something that owners were told of and that is not over.</summary>
internal sealed class AlarmRow
{
    /// <summary>Address of the page that shows it: what tells one alarm from another.</summary>
    public string Href { get; set; } = "";

    /// <summary>How many were told; one more is told again, one fewer is not.</summary>
    public long Told { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>Its title, for saying that it is over.</summary>
    public string Russian { get; set; } = "";

    public string English { get; set; } = "";

    public string In(string language) => language == Speech.English ? English : Russian;
}

internal sealed class AlarmRowMap : IEntityTypeConfiguration<AlarmRow>
{
    public void Configure(EntityTypeBuilder<AlarmRow> builder) => builder.ToTable("owner_alarms").HasKey(row => row.Href);
}
