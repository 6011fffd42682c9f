using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Makes an endpoint for a person. Its secrets are in the answer, sealed in the table, and nowhere else.</summary>
internal sealed class ConnectEndpoint(EndpointStore store, EndpointSeal seal, NoteEndpointDeed note, TimeProvider time)
{
    /// <summary>Its members. Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c> and those of <see cref="NewEndpoint.Judge"/>.</summary>
    public async Task<Outcome<IReadOnlyDictionary<string, string>>> HandleAsync(NewEndpoint request, CancellationToken cancel)
    {
        if ((request.Judge() ?? await note.HandleAsync("connected", request.Id, cancel)) is { } refusal)
        {
            return refusal;
        }

        var members = request.Members();
        var row = new EndpointRow
        {
            Id = request.Id, Kind = request.Kind, Name = request.Bot, Bot = request.Bot, Branch = string.IsNullOrEmpty(request.Branch) ? null : request.Branch,
            SealedMembers = seal.Seal(members), ChangedByPerson = true, CreatedAt = time.GetUtcNow(),
        };
        await store.AddAsync(row, cancel);
        return new Outcome<IReadOnlyDictionary<string, string>>(members, null);
    }
}
