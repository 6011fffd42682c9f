using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Browse.Saved;

internal sealed class SavedFilterRow
{
    public Guid Id { get; set; }

    /// <summary>Id of the person who made it.</summary>
    public string By { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Of the list's address, without the question mark.</summary>
    public string Query { get; set; } = "";

    public bool IsCommon { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}

internal sealed class SavedFilterRowMap : IEntityTypeConfiguration<SavedFilterRow>
{
    public void Configure(EntityTypeBuilder<SavedFilterRow> builder) => builder.ToTable("saved_filters").HasKey(row => row.Id);
}
