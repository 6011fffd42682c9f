using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Settings.Store;

/// <summary>One section of the settings as JSON: a view of the last <c>settings.changed</c> event that named it.</summary>
internal sealed class SettingRow
{
    public string Section { get; set; } = "";

    public string Json { get; set; } = "";

    /// <summary>When the event was accepted.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Id of the person who changed it; null = configuration, or a change of an earlier version.</summary>
    public string? ChangedBy { get; set; }
}

internal sealed class SettingRowMap : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(setting => setting.Section);
    }
}
