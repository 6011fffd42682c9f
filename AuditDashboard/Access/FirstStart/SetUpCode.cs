using AuditDashboard.Foundation;

namespace AuditDashboard.Access.FirstStart;

/// <summary>The one-time code of the set-up link: 190 bit, 15 minutes, one use. Lives in memory only; a restart makes another.</summary>
internal sealed class SetUpCode(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly Lock _lock = new();
    private (string Code, DateTimeOffset EndsAt)? _current;

    public string Make()
    {
        var code = Secrets.Token(32);
        lock (_lock)
        {
            _current = (code, time.GetUtcNow() + Life);
        }

        return code;
    }

    public bool IsOpen(string? code)
    {
        lock (_lock)
        {
            return _current is { } current && current.EndsAt > time.GetUtcNow() && Secrets.Same(code, current.Code);
        }
    }

    /// <summary>True for exactly one caller: the code is used up.</summary>
    public bool Take(string? code)
    {
        lock (_lock)
        {
            if (!IsOpen(code))
            {
                return false;
            }

            _current = null;
            return true;
        }
    }
}
