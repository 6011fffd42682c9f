using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Exports.Files;

/// <summary>A file that was asked for: the order, who asked, and how far it is.</summary>
internal sealed class ExportFileRow
{
    public Guid Id { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Id of the person; of a schedule's file, of who set it up.</summary>
    public string By { get; set; } = "";

    /// <summary>What that person was called then.</summary>
    public string ByName { get; set; } = "";

    public Guid? ScheduleId { get; set; }
    public string What { get; set; } = "";
    public string Format { get; set; } = "";
    public string Dialect { get; set; } = "";
    public DateTimeOffset? FromAt { get; set; }
    public DateTimeOffset? ToAt { get; set; }
    public string? Channel { get; set; }
    public string? Branch { get; set; }

    /// <summary>Codes with a space between; null = all. What the person could see when they asked.</summary>
    public string? Branches { get; set; }

    public bool MasksPhones { get; set; }

    /// <summary>queued | running | done | failed | cancelled</summary>
    public string State { get; set; } = "queued";

    public long Expected { get; set; }
    public long Rows { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset KeptUntil { get; set; }

    public ExportOrder Order => new(What, new ExportFormat(Format, Dialect), new ExportFilter(FromAt, ToAt, Channel, Branch, Branches?.Split(' '), MasksPhones: MasksPhones));

    public static ExportFileRow For(Guid id, ExportOrder order, string by, string byName, DateTimeOffset now, TimeSpan kept) => new()
    {
        Id = id, CreatedAt = now, By = by, ByName = byName, What = order.What, Format = order.Format.Format, Dialect = order.Format.Dialect, FromAt = order.Filter.From,
        ToAt = order.Filter.To, Channel = order.Filter.Channel, Branch = order.Filter.Branch, MasksPhones = order.Filter.MasksPhones, KeptUntil = now + kept,
        Branches = order.Filter.Branches is { } own ? string.Join(' ', own) : null,
    };
}

internal sealed class ExportFileRowMap : IEntityTypeConfiguration<ExportFileRow>
{
    public void Configure(EntityTypeBuilder<ExportFileRow> builder)
    {
        builder.ToTable("export_files").HasKey(row => row.Id);
        builder.Ignore(row => row.Order);
        builder.HasIndex(row => row.CreatedAt);
    }
}
