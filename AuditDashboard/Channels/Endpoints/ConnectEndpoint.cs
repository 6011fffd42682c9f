using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Makes an endpoint for a person. Its secret is in the answer, sealed in the table, and nowhere else.</summary>
internal sealed class ConnectEndpoint(EndpointStore store, EndpointSeal seal, NoteEndpointDeed note, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>kind.unknown</c>, <c>bot.invalid</c>, <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Outcome<string>> HandleAsync(NewEndpoint request, CancellationToken cancel)
    {
        if ((request.Judge() ?? await note.HandleAsync("connected", request.Id, cancel)) is { } refusal)
        {
            return refusal;
        }

        var secret = NewEndpoint.SecretFor(request.Kind);
        var row = new EndpointRow
        {
            Id = request.Id, Kind = request.Kind, Name = request.Bot, Bot = request.Bot, Branch = string.IsNullOrEmpty(request.Branch) ? null : request.Branch,
            SealedMembers = seal.Seal(request.Members(secret)), ChangedByPerson = true, CreatedAt = time.GetUtcNow(),
        };
        await store.AddAsync(row, cancel);
        return secret;
    }
}
