using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;

namespace AuditDashboard.Backups.Sealing;

/// <summary>
/// What is inside a sealed file: a gzipped tar of <c>facts.json</c>, <c>keys/*.xml</c> (they open channel secrets and sign-ins) and <c>audit.db</c>.
/// Never the keys of the log or of backups.
/// </summary>
internal static class BackupArchive
{
    private const string Facts = "facts.json";
    private const string Database = "audit.db";
    private const string Keys = "keys/";

    /// <returns>Id of the key.</returns>
    public static string Write(Stream target, byte[] key, string databaseFile, DatabaseFacts facts, string keysFolder, CancellationToken cancel)
    {
        using var sealing = new SealingStream(target, key);
        using (var zip = new GZipStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Pax))
        {
            using var words = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(facts, JsonSerializerOptions.Web));
            Add(tar, Facts, words);
            foreach (var file in Directory.Exists(keysFolder) ? Directory.GetFiles(keysFolder, "key-*.xml") : [])
            {
                using var ring = File.OpenRead(file);
                Add(tar, Keys + Path.GetFileName(file), ring);
            }

            using var database = new WatchedStream(File.OpenRead(databaseFile), cancel);
            Add(tar, Database, database);
        }

        sealing.Finish();
        return sealing.KeyId;
    }

    /// <summary>Unpacks into a folder, on disk when this returns; reads to the very end, so that everything has proved itself.</summary>
    /// <param name="folder">Gets <c>audit.db</c> and <c>keys/</c>; null only reads.</param>
    /// <returns>The facts as they were packed, and the SHA-256 of the database.</returns>
    /// <exception cref="BackupProblem"><c>file.foreign</c>, <c>file.broken</c>, <c>key.wrong</c>.</exception>
    public static (DatabaseFacts Facts, byte[] DatabaseHash) Read(Stream source, byte[] key, string name, string? folder, CancellationToken cancel)
    {
        using var opening = new OpeningStream(new WatchedStream(source, cancel), key, name);
        try
        {
            using var zip = new GZipStream(opening, CompressionMode.Decompress);
            using var tar = new TarReader(zip);
            DatabaseFacts? facts = null;
            byte[]? hash = null;
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.Name == Facts && entry.DataStream is { } words)
                {
                    facts = JsonSerializer.Deserialize<DatabaseFacts>(words, JsonSerializerOptions.Web);
                }
                else if (entry.Name == Database && entry.DataStream is { } database)
                {
                    hash = Take(database, folder is null ? null : Path.Combine(folder, Database));
                }
                else if (KeyName(entry.Name) is { } ring && entry.DataStream is { } content)
                {
                    Take(content, folder is null ? null : Path.Combine(folder, "keys", ring));
                }
            }

            opening.CopyTo(Stream.Null);
            return facts is not null && hash is not null ? (facts, hash) : throw new BackupProblem("file.broken", name);
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new BackupProblem("file.broken", name);
        }
    }

    private static void Add(TarWriter tar, string name, Stream content) => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });

    /// <summary>Only names of our own making lead to a file.</summary>
    private static string? KeyName(string entry) =>
        entry.StartsWith(Keys, StringComparison.Ordinal) && entry[Keys.Length..] is var file && file == Path.GetFileName(file)
        && file.StartsWith("key-", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal) ? file : null;

    private static byte[] Take(Stream content, string? path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using Stream target = path is null ? Stream.Null : DurableFiles.Create(path);
        var buffer = new byte[128 * 1024];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        (target as FileStream)?.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }
}
