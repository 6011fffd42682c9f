using System.Collections.Frozen;
using System.Security.Cryptography;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>
/// Every live key by its hash. A look-up is one SHA-256 and one probe; nothing about a key can be learned from how long it takes, because what
/// is compared is the hash. Commands that change keys call <see cref="LoadAsync"/>, so a revoked key is gone before their caller hears it.
/// </summary>
internal sealed class ApiKeyCache(IDbContextFactory<AuditDbContext> databases, TimeProvider time) : IApiKeys
{
    private FrozenDictionary<KeyHash, Entry> _entries = FrozenDictionary<KeyHash, Entry>.Empty;

    // A key from configuration may look like one of ours and fail our checksum; then the checksum proves nothing.
    private bool _sumsCount = true;

    public CallingBot? Find(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty || !KeyForm.IsAllowed(key) || (_sumsCount && KeyForm.IsTypo(key)))
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        KeyForm.Hash(key, hash);
        if (!_entries.TryGetValue(new KeyHash(hash), out var entry))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;
        if (entry.UsedDay != today)
        {
            entry.UsedDay = today;
        }

        return entry.Bot;
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<ApiKeyRow>().AsNoTracking().Where(key => key.RevokedAt == null).ToListAsync(cancel);
        var before = _entries;
        _sumsCount = rows.All(row => !row.BreaksSum);
        _entries = rows.ToFrozenDictionary(row => new KeyHash(row.Hash), row => new Entry(row.ToBot(), row.UsedDay ?? 0));
        foreach (var (hash, entry) in _entries)
        {
            entry.UsedDay = Math.Max(entry.UsedDay, before.GetValueOrDefault(hash)?.UsedDay ?? 0);
        }
    }

    /// <summary>The day each key was last used, for those used since the table was written.</summary>
    public IReadOnlyList<(string KeyId, int Day)> TakeUses()
    {
        List<(string, int)> uses = [];
        foreach (var entry in _entries.Values.Where(entry => entry.UsedDay != entry.WrittenDay))
        {
            entry.WrittenDay = entry.UsedDay;
            uses.Add((entry.Bot.KeyId, entry.UsedDay));
        }

        return uses;
    }

    private sealed class Entry(CallingBot bot, int usedDay)
    {
        public CallingBot Bot => bot;

        public int UsedDay { get; set; } = usedDay;

        public int WrittenDay { get; set; } = usedDay;
    }
}
