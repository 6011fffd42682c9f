using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>An address under which a calendar reads bookings. Of its secret part only the SHA-256 is kept: 43 random characters need no salt.</summary>
internal sealed class CalendarFeedRow
{
    public string Id { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    /// <summary>Of the secret, by which a person recognises it.</summary>
    public string LastFour { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Code; null = all branches.</summary>
    public string? Branch { get; set; }

    /// <summary>A master's name as bookings have it; null = all.</summary>
    public string? Staff { get; set; }

    /// <summary>Surnames and phones too: whoever has the address reads them.</summary>
    public bool ShowsClient { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>UTC day of the last reading, as days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>).</summary>
    public int? ReadDay { get; set; }
}

internal sealed class CalendarFeedRowMap : IEntityTypeConfiguration<CalendarFeedRow>
{
    public void Configure(EntityTypeBuilder<CalendarFeedRow> builder)
    {
        builder.ToTable("calendar_feeds").HasKey(row => row.Id);
        builder.HasIndex(row => row.Hash).IsUnique();
        builder.Property(row => row.Name).HasMaxLength(120);
    }
}
