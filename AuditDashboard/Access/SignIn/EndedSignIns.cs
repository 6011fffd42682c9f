using System.Collections.Concurrent;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.SignIn;

/// <summary>
/// Remembers whose cookies must be looked at again at once: those of people who were changed, and those of sign-ins that ended (a copy of the
/// cookie must not outlive them). In memory only: a restart falls back to the security stamp, which is checked every few seconds anyway.
/// </summary>
internal sealed class EndedSignIns : IDisposable
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _signIns = new(StringComparer.Ordinal);
    private readonly IDisposable _listening;
    private readonly TimeProvider _time;

    public EndedSignIns(Pulse<PersonChanged> changed, TimeProvider time)
    {
        _time = time;
        _listening = changed.Listen(Remember);
    }

    public bool HasEnded(string? signIn) => signIn is not null && _signIns.ContainsKey(signIn);

    /// <summary>Whether the person was changed since a cookie of theirs was written (which is known to the second).</summary>
    public bool IsDoubtful(string? userId, DateTimeOffset? issuedAt) =>
        userId is not null && _people.TryGetValue(userId, out var changedAt) && (issuedAt is null || issuedAt <= changedAt);

    public void Dispose() => _listening.Dispose();

    private void Remember(PersonChanged change)
    {
        var now = _time.GetUtcNow();
        if (change.SignIn is null)
        {
            _people[change.UserId] = now;
            return;
        }

        _signIns[change.SignIn] = now;
        foreach (var (signIn, _) in _signIns.Where(ended => ended.Value < now - Cookies.Longest))
        {
            _signIns.TryRemove(signIn, out _);
        }
    }
}
