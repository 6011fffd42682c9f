using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>The client directory.</summary>
public interface IClients
{
    /// <summary>All records of the person behind our id or a channel address; empty when nobody is known by it.</summary>
    Task<IReadOnlyList<ClientId>> MembersAsync(string idOrAddress, CancellationToken cancel);

    /// <summary>The record that stands for each of these.</summary>
    Task<IReadOnlyDictionary<ClientId, ClientId>> RootsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel);

    /// <summary>The records under a root.</summary>
    Task<IReadOnlyList<ClientId>> MembersAsync(ClientId rootId, CancellationToken cancel);
}
