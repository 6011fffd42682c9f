using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuditDashboard.Channels.Max;

/// <summary>What of MAX is the operator's. Its service stands behind a certificate of the Russian Trusted Root CA, which few systems know (channels.md section 4.1).</summary>
internal sealed class MaxOptions
{
    public const string Section = "Max";

    /// <summary>A PEM file with the root certificates MAX is believed by, and only MAX; empty = those of the system.</summary>
    public string? ExtraCaFile { get; set; }

    public bool IsUsable
    {
        get
        {
            try
            {
                return Roots() is null or { Count: > 0 };
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
            {
                return false;
            }
        }
    }

    public X509Certificate2Collection? Roots()
    {
        if (string.IsNullOrWhiteSpace(ExtraCaFile))
        {
            return null;
        }

        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(ExtraCaFile);
        return roots;
    }
}
