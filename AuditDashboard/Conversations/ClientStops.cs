using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations;

/// <summary>
/// Who is not to be written to, asked in the very transaction that claims a message: a STOP that is on disk before the claim holds, whatever was planned.
/// </summary>
public sealed class ClientStops(WriteConnection store)
{
    private readonly RowSearch<SuppressionRow> _bySubject = store.Table<SuppressionRow>().Search([nameof(SuppressionRow.Subject)]);
    private readonly RowSearch<SuppressionRow> _ofClient = store.Table<SuppressionRow>().Search([nameof(SuppressionRow.ClientId)]);
    private readonly RowSearch<ConsentRow> _consents = store.Table<ConsentRow>().Search([nameof(ConsentRow.ClientId)]);
    private readonly PersonBook _people = new(store);

    /// <summary>All records of the person.</summary>
    public IReadOnlyList<ClientId> MembersOf(ClientId clientId) => _people.MembersOf(clientId);

    /// <summary>
    /// Whether a withdrawal forbids the message. About a visit only one of all messages or of reminders does; anything else, and advertising above all, is
    /// forbidden by any.
    /// </summary>
    /// <param name="clientId">The person behind any record of theirs; null = nobody is known.</param>
    /// <param name="address">Where it would go, with the channel's prefix.</param>
    /// <param name="isReminder">A service message about the client's own visit.</param>
    public bool Forbid(ClientId? clientId, string? address, bool isReminder)
    {
        var rows = address is null ? [] : _bySubject.List(address);
        if (clientId is { } client)
        {
            rows.AddRange(_people.MembersOf(client).SelectMany(member => _ofClient.List(member.Value.ToByteArray(true))));
        }

        return rows.Exists(row => row.LiftedAt is null && (!isReminder || ConsentPurposes.StopsReminders(row.Purpose)));
    }

    /// <summary>The person has agreed to it and not taken that back.</summary>
    public bool HasConsent(ClientId clientId, string purpose) =>
        _people.MembersOf(clientId).SelectMany(member => _consents.List(member.Value.ToByteArray(true)))
            .Any(row => row.Purpose == purpose && row is { GrantedAt: not null, WithdrawnAt: null });
}
