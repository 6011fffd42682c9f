namespace AuditDashboard.Evidence.Signing;

internal sealed class LogAnchors(SignCheckpoint sign) : ILogAnchors
{
    public async Task<string?> NewestAsync(CancellationToken cancel) =>
        await sign.HandleAsync(CheckpointKind.Export, whole: false, cancel) is { Succeeded: true, Value: var note } ? note.Text : null;
}
