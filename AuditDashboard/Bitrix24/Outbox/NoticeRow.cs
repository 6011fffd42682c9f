using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>The portal said that something may have changed. A burst about one thing is one row.</summary>
internal sealed class NoticeRow
{
    /// <summary>lead | deal</summary>
    public string Entity { get; set; } = "";

    public long EntityId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Seq of the newest notice: one that comes while it is being looked at is not lost.</summary>
    public long Seq { get; set; }
}

internal sealed class NoticeRowMap : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder) => builder.ToTable("bitrix_notices").HasKey(row => new { row.Entity, row.EntityId });
}
