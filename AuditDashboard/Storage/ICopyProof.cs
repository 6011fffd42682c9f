namespace AuditDashboard.Storage;

/// <summary>Looks through a copied database for what counts of rows cannot tell: is its content still what was accepted?</summary>
public interface ICopyProof
{
    /// <param name="folder">Holds <c>audit.db</c> and <c>keys/</c>; nobody else uses it.</param>
    /// <returns>What is wrong first, in one word and a place for the operator; null when nothing is.</returns>
    Task<string?> FaultAsync(string folder, CancellationToken cancel);
}
