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

    /// <summary>How the person behind any of their records is called and where they can be reached; null when there is no such client.</summary>
    Task<Contacts?> ContactsAsync(ClientId clientId, CancellationToken cancel);

    /// <param name="Phone">E.164.</param>
    /// <param name="Addresses">With their channels' prefixes (<c>tg:700000101</c>), of all merged records.</param>
    sealed record Contacts(string? Name, string? Phone, IReadOnlyList<string> Addresses);
}
