using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Channels.Yclients;

/// <summary>The last state of a record, so that the next webhook can be told from it. Holds nobody's name.</summary>
internal sealed class YclientsRow
{
    private const string Clock = "yyyy-MM-dd HH:mm:ss";

    public string Bot { get; set; } = "";
    public string RecordId { get; set; } = "";
    public DateTimeOffset ChangedAt { get; set; }
    public string? LocalStart { get; set; }
    public long? Seconds { get; set; }
    public string? Service { get; set; }
    public string? Staff { get; set; }
    public long? PriceKopecks { get; set; }
    public int Attendance { get; set; }
    public bool IsPaid { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>A confirmation of the present start was told.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Local time of the branch, as YCLIENTS gives it.</summary>
    public DateTime? Start => DateTime.TryParseExact(LocalStart, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : null;

    /// <summary>Roubles.</summary>
    public decimal? Price => PriceKopecks / 100m;

    /// <summary>Takes over what the newer state says.</summary>
    public void Take(YclientsState now, DateTimeOffset changedAt)
    {
        ChangedAt = changedAt;
        IsDeleted = now.IsDeleted;
        if (now.Start is { } start && start != Start)
        {
            (LocalStart, IsConfirmed) = (start.ToString(Clock, CultureInfo.InvariantCulture), false);
        }

        Seconds = now.Seconds ?? Seconds;
        Service = now.Service ?? Service;
        Staff = now.Staff ?? Staff;
        PriceKopecks = now.Price is { } price ? (long)(price * 100) : PriceKopecks;
        Attendance = now.Attendance ?? Attendance;
        IsPaid = now.IsPaid ?? IsPaid;
        IsConfirmed |= Attendance == 2;
    }
}

internal sealed class YclientsRowMap : IEntityTypeConfiguration<YclientsRow>
{
    public void Configure(EntityTypeBuilder<YclientsRow> builder)
    {
        builder.ToTable("yclients_records").HasKey(row => new { row.Bot, row.RecordId });
        builder.Ignore(row => row.Start).Ignore(row => row.Price);
    }
}
