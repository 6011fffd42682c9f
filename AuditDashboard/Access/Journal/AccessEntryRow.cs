using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Access.Journal;

/// <summary>One line of the journal. Only ever added: triggers refuse update and delete (<see cref="Storage.AppendOnly"/>).</summary>
internal sealed class AccessEntryRow
{
    public long Seq { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Id of the person, <c>key:&lt;id&gt;</c> of an API key, or empty where nobody was known (a failed sign-in).</summary>
    public string Who { get; set; } = "";

    public string Action { get; set; } = "";

    public string? Subject { get; set; }

    /// <summary>Id of the client whose data it was, where that is not the subject itself.</summary>
    public string? Client { get; set; }

    public string? Reason { get; set; }

    public string Address { get; set; } = "";

    public string Device { get; set; } = "";
}

internal sealed class AccessEntryRowMap : IEntityTypeConfiguration<AccessEntryRow>
{
    public void Configure(EntityTypeBuilder<AccessEntryRow> builder)
    {
        builder.ToTable("access_journal");
        builder.HasKey(entry => entry.Seq);
        builder.HasIndex(entry => new { entry.Who, entry.Seq });
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.Client);
        builder.HasIndex(entry => entry.Subject);
    }
}
