using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Evidence.Log;

/// <summary>A name under which checkpoints are signed. Two roots for one size must never bear the same name, so a restored database gets a new one.</summary>
internal sealed class LogOriginRow
{
    public int N { get; set; }

    /// <summary><c>&lt;public host or installation id&gt;/log/&lt;n&gt;</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>C2SP verifier key: <c>name+hex(keyId)+base64(0x01||public key)</c>.</summary>
    public string VerifierKey { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Leaves there were when it began.</summary>
    public long FromSize { get; set; }

    /// <summary>first | restored | key</summary>
    public string Reason { get; set; } = "";
}

internal sealed class LogOriginRowMap : IEntityTypeConfiguration<LogOriginRow>
{
    public void Configure(EntityTypeBuilder<LogOriginRow> builder)
    {
        builder.ToTable("log_origins").HasKey(row => row.N);
        builder.Property(row => row.N).ValueGeneratedNever();
    }
}
