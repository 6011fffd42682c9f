using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AuditDashboard.Evidence.Pack;

/// <summary>An evidence pack as a zip, its entries in a fixed order (standards.md section 5.6).</summary>
internal sealed class PackZip(Transcript transcript)
{
    private static readonly IReadOnlyList<string> Enclosed = ["README.ru.txt", "README.en.txt", "verify.mjs"];

    public byte[] Write(PackContents pack)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Files(pack))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = pack.CreatedAt;
                using var file = entry.Open();
                file.Write(bytes);
            }
        }

        return output.ToArray();
    }

    private IEnumerable<(string Name, byte[] Bytes)> Files(PackContents pack)
    {
        yield return ("manifest.json", PackManifest.Write(pack));
        yield return ("checkpoint", Encoding.UTF8.GetBytes(pack.Checkpoint.Text));
        yield return ("log.vkey", Encoding.UTF8.GetBytes(pack.VerifierKey + "\n"));
        foreach (var packed in pack.Events)
        {
            var name = $"events/{packed.Entry.Idx.ToString("D9", CultureInfo.InvariantCulture)}";
            yield return ($"{name}.entry", packed.EntryBytes());
            if (packed.Logged is { Payload: { } payload, Salt: { } salt })
            {
                yield return ($"{name}.payload", payload);
                yield return ($"{name}.salt", Encoding.ASCII.GetBytes(Convert.ToBase64String(salt) + "\n"));
            }

            yield return ($"{name}.tlog-proof", Encoding.UTF8.GetBytes(packed.ProofText));
        }

        yield return ("transcript.html", Encoding.UTF8.GetBytes(transcript.Write(pack)));
        foreach (var name in Enclosed)
        {
            yield return (name, Read(name));
        }
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(PackZip).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
