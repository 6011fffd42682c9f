using System.Collections.Concurrent;

namespace AuditDashboard.Access.SignIn;

/// <summary>
/// Counts wrong passwords, for accounts that exist and for those that do not alike, so that nobody can tell which is which.
/// Five a minute from one address for one account, fifty a minute from one address; five in a row lock the account for 15 minutes.
/// </summary>
internal sealed class FailedSignIns(TimeProvider time)
{
    public const int AccountLimit = 5;
    private const int AddressLimit = 50;
    private const int Capacity = 20_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>When another try is too early: from when on it is not.</summary>
    public DateTimeOffset? RetryAt(string address, string account) =>
        new[] { Full(Pair(address, account), AccountLimit), Full(address, AddressLimit) }.Max();

    /// <summary>When the account is locked: until when.</summary>
    public DateTimeOffset? LockedUntil(string account) => Full(Account(account), AccountLimit);

    public void Add(string address, string account)
    {
        if (_windows.Count > Capacity)
        {
            DropOld();
        }

        Count(Pair(address, account), Minute);
        Count(address, Minute);
        Count(Account(account), Lock);
    }

    public void Forget(string address, string account)
    {
        _windows.TryRemove(Pair(address, account), out _);
        _windows.TryRemove(Account(account), out _);
    }

    private static string Pair(string address, string account) => $"{address} {account}";

    private static string Account(string account) => $" {account}";

    private DateTimeOffset? Full(string key, int limit) =>
        _windows.TryGetValue(key, out var window) && window.Failures >= limit && window.EndsAt > time.GetUtcNow() ? window.EndsAt : null;

    // The window of a lock starts anew with each failure, so that it lasts its full length from the fifth one on.
    private void Count(string key, TimeSpan length)
    {
        var now = time.GetUtcNow();
        _windows.AddOrUpdate(
            key,
            _ => new Window(1, now + length),
            (_, known) => known.EndsAt <= now ? new Window(1, now + length) : new Window(known.Failures + 1, length == Lock ? now + length : known.EndsAt));
    }

    private void DropOld()
    {
        var now = time.GetUtcNow();
        foreach (var (key, window) in _windows)
        {
            if (window.EndsAt <= now)
            {
                _windows.TryRemove(key, out _);
            }
        }

        // Under an attack from everywhere memory matters more than a count.
        if (_windows.Count > Capacity)
        {
            _windows.Clear();
        }
    }

    private readonly record struct Window(int Failures, DateTimeOffset EndsAt);
}
