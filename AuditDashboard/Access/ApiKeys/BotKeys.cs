using AuditDashboard.Foundation;

namespace AuditDashboard.Access.ApiKeys;

internal sealed class BotKeys(ApiKeysQuery query, IssueApiKey issue, RevokeApiKey revoke) : IBotKeys
{
    public async Task<IReadOnlyList<IBotKeys.Line>> ListAsync(CancellationToken cancel) =>
    [
        .. (await query.RunAsync(cancel)).Where(key => key.RevokedAt is null && key.Scopes.Contains(KeyScopes.Ingest))
            .Select(key => new IBotKeys.Line(key.Id, key.Name, key.LastFour, key.Bot, key.Branch)),
    ];

    public async Task<Outcome<IBotKeys.Issued>> IssueAsync(string name, string bot, string? branch, CancellationToken cancel)
    {
        var issued = await issue.HandleAsync(new NewApiKey(name, bot, branch, [KeyScopes.Ingest]), cancel);
        return issued.Succeeded ? new IBotKeys.Issued(KeyForm.IdOf(issued.Value), issued.Value) : issued.Refusal;
    }

    public Task<Refusal?> RevokeAsync(string keyId, CancellationToken cancel) => revoke.HandleAsync(keyId, cancel);
}
