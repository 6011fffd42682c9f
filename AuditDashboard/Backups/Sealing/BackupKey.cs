using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Sealing;

/// <summary>The key of backups: 32 random bytes in a file, as one line of base64. It belongs where no backup lies.</summary>
internal sealed class BackupKey(IOptions<StorageOptions> options)
{
    public const int Bytes = 32;

    private static readonly Lock Making = new();

    public string Path => options.Value.BackupKeyPath;

    /// <summary>The key; made (mode 0600) at the first use.</summary>
    /// <exception cref="BackupProblem"><c>key</c>: the file is there and holds no key.</exception>
    public byte[] ReadOrMake()
    {
        lock (Making)
        {
            if (!File.Exists(Path))
            {
                DataFolders.Make(System.IO.Path.GetDirectoryName(Path)!);
                DurableFiles.Write(Path, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
            }

            return Read(Path);
        }
    }

    /// <exception cref="BackupProblem"><c>key.missing</c>, <c>key.unreadable</c>.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return key.Length == Bytes ? key : throw new BackupProblem("key.unreadable", path);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupProblem("key.missing", path);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new BackupProblem("key.unreadable", path);
        }
    }

    /// <summary>Names a key without telling anything about it.</summary>
    public static byte[] IdOf(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SealedHeader.KeyIdBytes, info: "AuditDashboard backup key id"u8.ToArray());
}

/// <summary>Why a backup cannot be opened: a stable code and the file it is about.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Says what it is, as Refusal does.")]
internal sealed class BackupProblem(string code, string file) : Exception($"{code}: {file}")
{
    /// <summary>key.missing | key.unreadable | key.wrong | file.missing | file.foreign | file.broken | database.broken | schema.newer</summary>
    public string Code => code;

    public string File => file;
}
