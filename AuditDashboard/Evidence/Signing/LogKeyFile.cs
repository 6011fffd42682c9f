using System.Security.Cryptography;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Evidence.Signing;

/// <summary>The seed in <c>keys/log.key</c>: made at the first use, mode 0600, outside the database and its backups.</summary>
internal sealed class LogKeyFile(IOptions<StorageOptions> options) : IDisposable
{
    private readonly Lock _lock = new();
    private LogKey? _key;

    private string Path => System.IO.Path.Combine(options.Value.KeysFolder, "log.key");

    public bool Exists => File.Exists(Path);

    /// <exception cref="ConfigurationProblem">The file is there, and does not hold a seed.</exception>
    public LogKey Open()
    {
        lock (_lock)
        {
            return _key ??= new LogKey(Exists ? Read() : Make());
        }
    }

    public void Dispose() => _key?.Dispose();

    private byte[] Read() => File.ReadAllBytes(Path) is { Length: LogKey.SeedLength } seed ? seed : throw new ConfigurationProblem("keys/log.key must hold 32 bytes");

    private byte[] Make()
    {
        var seed = RandomNumberGenerator.GetBytes(LogKey.SeedLength);
        PrivateFile.Write(Path, seed);
        return seed;
    }
}
