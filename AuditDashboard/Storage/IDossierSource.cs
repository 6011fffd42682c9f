using AuditDashboard.Foundation;
using AuditDashboard.Storage.Dossiers;

namespace AuditDashboard.Storage;

/// <summary>A table owner's part in the answer to "what do you know about me" (law 152-FZ, article 14 part 7).</summary>
public interface IDossierSource
{
    /// <summary>Adds what it holds of this person, all merged records. Leaves the dossier unknown where there is no such client.</summary>
    Task FillAsync(ClientId client, PersonDossier dossier, CancellationToken cancel);
}
