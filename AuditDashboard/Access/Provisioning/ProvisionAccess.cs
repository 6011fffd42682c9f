using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.Provisioning;

/// <summary>
/// Adds the people and keys of the configuration that are not there yet. What is there stays as a person left it: a changed password, a
/// disabled person, a revoked key.
/// </summary>
internal sealed partial class ProvisionAccess(
    IOptions<AccessProvisioning> options, IPeople people, IDbContextFactory<AuditDbContext> databases, TimeProvider time, ILogger<ProvisionAccess> logger)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        foreach (var user in options.Value.Users)
        {
            await AddAsync(user, cancel);
        }

        foreach (var key in options.Value.ApiKeys)
        {
            await AddAsync(key, cancel);
        }
    }

    private async Task AddAsync(AccessProvisioning.User user, CancellationToken cancel)
    {
        var added = await people.AddAsync(new IPeople.NewPerson(user.Email, user.Password, user.Name, user.Role, user.Branches), cancel);
        if (added.Succeeded)
        {
            LogPersonAdded(added.Value, user.Role);
        }
    }

    private async Task AddAsync(AccessProvisioning.ApiKey key, CancellationToken cancel)
    {
        var id = Secrets.Token(12);
        var row = key.Wanted.ToRow(id, key.Key, time.GetUtcNow(), createdBy: null);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.Set<ApiKeyRow>().AnyAsync(known => known.Hash == row.Hash, cancel))
        {
            db.Add(row);
            await db.SaveChangesAsync(cancel);
            LogKeyAdded(id, row.Bot);
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "Provisioned person {PersonId} as {Role}")]
    private partial void LogPersonAdded(string personId, string role);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Information, Message = "Provisioned API key {KeyId} of bot {Bot}")]
    private partial void LogKeyAdded(string keyId, string bot);
}
