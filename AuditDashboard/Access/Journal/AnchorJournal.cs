using System.Security.Cryptography;
using System.Text.Json;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.Journal;

/// <summary>The journal's digest for the log: each line as a JSON array followed by LF, all columns in order, the moment in Unix milliseconds.</summary>
internal sealed class AnchorJournal(IDbContextFactory<AuditDbContext> databases) : IAnchored
{
    public async Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<AccessEntryRow>().Where(entry => entry.At < moment).MaxAsync(entry => (long?)entry.Seq, cancel) ?? 0;
    }

    public Task<string> DigestAsync(long after, long upTo, CancellationToken cancel) => DigestAsync(after, upTo, withClient: true, cancel);

    /// <summary>Without whose data it was: that column came later.</summary>
    public Task<string> OldDigestAsync(long after, long upTo, CancellationToken cancel) => DigestAsync(after, upTo, withClient: false, cancel);

    private async Task<string> DigestAsync(long after, long upTo, bool withClient, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var lines = db.Set<AccessEntryRow>().AsNoTracking().Where(entry => entry.Seq > after && entry.Seq <= upTo).OrderBy(entry => entry.Seq);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            object?[] columns = [line.Seq, line.At.ToUnixTimeMilliseconds(), line.Who, line.Action, line.Subject, line.Reason, line.Address, line.Device];
            digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(withClient ? [.. columns, line.Client] : columns));
            digest.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
