using AuditDashboard.Storage;

namespace AuditDashboard.Evidence.Signing;

/// <summary>
/// A database from a backup may grow differently than the one it replaces, so it never signs under the old name: two roots for one size
/// would prove either of them wrong.
/// </summary>
internal sealed class StartNewOrigin(Origins origins) : IAfterRestore
{
    public int Order => 20;

    public Task RunAsync(CancellationToken cancel) => origins.RestartAsync(cancel);
}
