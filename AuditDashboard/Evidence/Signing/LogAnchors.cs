namespace AuditDashboard.Evidence.Signing;

internal sealed class LogAnchors(SignCheckpoint sign, CheckpointShelf shelf) : ILogAnchors
{
    public async Task<string?> NewestAsync(CancellationToken cancel) =>
        await sign.HandleAsync(CheckpointKind.Export, whole: false, cancel) is { Succeeded: true, Value: var note } ? note.Text : null;

    public async Task<IReadOnlyList<ILogAnchors.Kept>> KeptAsync(int most, CancellationToken cancel) =>
    [
        .. from row in await shelf.KeptAsync(most, cancel)
           let note = SignedNote.Parse(row.Note)
           where note is not null
           select new ILogAnchors.Kept(note.Origin, note.Size, note.Text),
    ];
}
