using AuditDashboard.Evidence.Verifying;

namespace AuditDashboard.Evidence.Signing;

/// <summary>What is wrong with the log as far as anybody looked; null while nothing is. Kept in memory: the next look finds it again.</summary>
internal sealed class LogAlarm
{
    private volatile Fault? _unsigned;
    private volatile Fault? _checked;

    public Fault? Fault => _unsigned ?? _checked;

    /// <summary>Nothing can be signed; null = it can again.</summary>
    public void Sign(Fault? fault) => _unsigned = fault;

    /// <summary>What the last check of everything found first; null = nothing.</summary>
    public void Check(Fault? fault) => _checked = fault;
}
