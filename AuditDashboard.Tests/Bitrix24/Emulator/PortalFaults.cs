namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>The script of faults: by method and its nth call, or by a rule.</summary>
internal sealed class PortalFaults
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Method, int Call), PortalFault> _once = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Asked for every call that has nothing of its own: method, its number (from 1).</summary>
    public Func<string, int, PortalFault?>? Rule { get; set; }

    /// <param name="call">From 1, counted for this method.</param>
    public void On(string method, int call, PortalFault fault)
    {
        lock (_lock)
        {
            _once[(method, call)] = fault;
        }
    }

    /// <summary>At the next call of the method.</summary>
    public void Next(string method, PortalFault fault)
    {
        lock (_lock)
        {
            _once[(method, _counts.GetValueOrDefault(method) + 1)] = fault;
        }
    }

    public PortalFault? Take(string method)
    {
        lock (_lock)
        {
            var call = _counts[method] = _counts.GetValueOrDefault(method) + 1;
            return _once.Remove((method, call), out var fault) ? fault : Rule?.Invoke(method, call);
        }
    }
}
