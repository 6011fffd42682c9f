using System.Globalization;
using System.Text;
using AuditDashboard.Evidence.Signing;

namespace AuditDashboard.Evidence.Proving;

/// <summary>A <c>.tlog-proof</c> (C2SP tlog-proof): index, the hashes beside the way up, the checkpoint verbatim.</summary>
internal static class ProofFile
{
    public static string Write(long index, IReadOnlyList<byte[]> path, SignedNote checkpoint)
    {
        var file = new StringBuilder("c2sp.org/tlog-proof@v1\n").Append("index ").Append(index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in path)
        {
            file.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return file.Append('\n').Append(checkpoint.Text).ToString();
    }
}
