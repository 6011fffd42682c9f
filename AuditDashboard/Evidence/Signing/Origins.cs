using System.Globalization;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Signing;

/// <summary>Under which name and key the log signs now. A new name begins with a new database, a restored one, or another key.</summary>
internal sealed partial class Origins(
    IDbContextFactory<AuditDbContext> databases, LogKeyFile keys, SignedLast last, IConfiguration configuration, TimeProvider time, ILogger<Origins> logger) : IDisposable
{
    private const string Mark = "/log/";
    private readonly SemaphoreSlim _one = new(1, 1);

    public LogKey Key => keys.Open();

    /// <summary>The present one, begun where there is none yet or the key is another.</summary>
    public async Task<LogOriginRow> CurrentAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await NewestAsync(cancel) switch
            {
                null => await BeginAsync(null, "first", cancel),
                var newest when newest.VerifierKey != Key.VerifierKey(newest.Name) => await BeginAsync(newest, "key", cancel),
                var newest => newest,
            };
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The present one; null in a log that was never signed. Begins nothing.</summary>
    public async Task<LogOriginRow?> NewestAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogOriginRow>().AsNoTracking().OrderByDescending(row => row.N).FirstOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<LogOriginRow>> AllAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogOriginRow>().AsNoTracking().OrderBy(row => row.N).ToListAsync(cancel);
    }

    public async Task RestartAsync(CancellationToken cancel) => await BeginAsync(await NewestAsync(cancel), "restored", cancel);

    public void Dispose() => _one.Dispose();

    private async Task<LogOriginRow> BeginAsync(LogOriginRow? before, string reason, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var n = Math.Max(before?.N ?? 0, NumberOf(last.Read()?.Origin)) + 1;
        var name = $"{Host(before)}{Mark}{n.ToString(CultureInfo.InvariantCulture)}";
        var origin = new LogOriginRow
        {
            N = n, Name = name, VerifierKey = Key.VerifierKey(name), StartedAt = time.GetUtcNow(), Reason = reason,
            FromSize = (await db.Set<LogEntryRow>().MaxAsync(row => (long?)row.Idx, cancel) ?? -1) + 1,
        };
        db.Add(origin);
        await db.SaveChangesAsync(cancel);
        LogBegun(name, origin.FromSize, reason);
        return origin;
    }

    private string Host(LogOriginRow? before) =>
        Uri.TryCreate(configuration["PublicBaseUrl"], UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.IdnHost
        : before is not null ? before.Name[..before.Name.LastIndexOf(Mark, StringComparison.Ordinal)]
        : $"audit-{Secrets.Token(12)}";

    private static int NumberOf(string? origin) =>
        origin?.LastIndexOf(Mark, StringComparison.Ordinal) is { } at and >= 0
        && int.TryParse(origin.AsSpan(at + Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    [LoggerMessage(EventId = 2400, Level = LogLevel.Information, Message = "The log signs as {Origin} from {Size} leaves on ({Reason})")]
    private partial void LogBegun(string origin, long size, string reason);
}
