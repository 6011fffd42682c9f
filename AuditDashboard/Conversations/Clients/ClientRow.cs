using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Conversations.Clients;

/// <summary>One record of a person. Records that were found to be one person share a root; nothing is ever deleted by a merge.</summary>
internal sealed class ClientRow
{
    public ClientId Id { get; set; }

    /// <summary>The record that stands for the person; itself when it was not merged into another.</summary>
    public ClientId RootId { get; set; }

    public string? Name { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    /// <summary>Made for a conversation that has named nobody yet.</summary>
    public bool IsAnonymous { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class ClientRowMap : IEntityTypeConfiguration<ClientRow>
{
    public void Configure(EntityTypeBuilder<ClientRow> builder)
    {
        builder.ToTable("clients").HasKey(row => row.Id);
        builder.HasIndex(row => row.RootId);
    }
}
