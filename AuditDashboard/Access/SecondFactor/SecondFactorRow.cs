using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>A person's authenticator. The row stands only while the second step is switched on.</summary>
internal sealed class SecondFactorRow
{
    public string UserId { get; set; } = "";

    /// <summary>The shared secret, sealed by Data Protection.</summary>
    public string SealedSecret { get; set; } = "";

    public DateTimeOffset EnabledAt { get; set; }

    /// <summary>The last half minute (RFC 6238) whose code was used: a code opens once.</summary>
    public long LastStep { get; set; }

    /// <summary>SHA-256 of the recovery codes that are left, in hexadecimal, joined by a comma. A code has 80 bits of its own, so a plain hash is enough.</summary>
    public string RecoveryHashes { get; set; } = "";
}

internal sealed class SecondFactorRowMap : IEntityTypeConfiguration<SecondFactorRow>
{
    public void Configure(EntityTypeBuilder<SecondFactorRow> builder) => builder.ToTable("second_factors").HasKey(row => row.UserId);
}
