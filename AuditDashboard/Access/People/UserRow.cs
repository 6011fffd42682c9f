using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Access.People;

/// <summary>A person who can sign in. A disabled person stays as a row, so that the journal keeps naming them.</summary>
internal sealed class UserRow : IdentityUser
{
    public string DisplayName { get; set; } = "";

    /// <summary>owner | manager | auditor</summary>
    public string Role { get; set; } = Roles.Auditor;

    /// <summary>Codes of a manager's branches, joined by a comma; empty for the other roles.</summary>
    public string Branches { get; set; } = "";

    public bool IsDisabled { get; set; }

    /// <summary>The password was shown to whoever invited them, so it opens nothing but the choice of another one.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public string[] BranchCodes => CodeList.Split(Branches);
}

internal sealed class UserRowMap : IEntityTypeConfiguration<UserRow>
{
    public void Configure(EntityTypeBuilder<UserRow> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.UserName).HasMaxLength(256);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(256);
        builder.Property(user => user.Email).HasMaxLength(256);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(256);
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(user => user.DisplayName).HasMaxLength(120);
        builder.Property(user => user.Role).HasMaxLength(16);
        builder.Ignore(user => user.BranchCodes);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.NormalizedEmail).IsUnique();
    }
}
