using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Retention.Erasure;

/// <summary>A request to forget one person, and how far it is. Holds nothing about the person but ids of ours once it is carried out.</summary>
internal sealed class ErasureRow
{
    public static readonly string Asked = "asked";
    public static readonly string Deleting = "deleting";
    public static readonly string Recording = "recording";
    public static readonly string Cleaning = "cleaning";
    public static readonly string Compacting = "compacting";
    public static readonly string Done = "done";

    public Guid Id { get; set; }

    /// <summary>The record that was named in the request.</summary>
    public Guid ClientId { get; set; }

    /// <summary>withdrawal | unlawful | unneeded</summary>
    public string Basis { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Id of a person, or <c>key:&lt;id&gt;</c>.</summary>
    public string By { get; set; } = "";

    public string ByName { get; set; } = "";
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Last day of the term by law.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>asked → deleting → recording → cleaning → compacting → done; a start goes on where it stands.</summary>
    public string State { get; set; } = "";

    /// <summary>Merged records of the person, comma-separated.</summary>
    public string Records { get; set; } = "";

    /// <summary>What names the person, encrypted, and only until the deletion is over: after a crash the rest must still be found.</summary>
    public string? SealedMarks { get; set; }

    public long Messages { get; set; }
    public long Dialogs { get; set; }
    public long Others { get; set; }

    /// <summary>Evidence indices whose content is gone, as ranges: <c>3-7,9</c>.</summary>
    public string Indices { get; set; } = "";

    /// <summary>When the deletion itself was over.</summary>
    public DateTimeOffset? PerformedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Type of what stopped it last; it is tried again.</summary>
    public string? Fault { get; set; }
}

internal sealed class ErasureRowMap : IEntityTypeConfiguration<ErasureRow>
{
    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("erasures").HasKey(row => row.Id);
        builder.Property(row => row.DueOn).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.HasIndex(row => row.AskedAt);
        builder.HasIndex(row => row.ClientId);
    }
}
