using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>
/// Applies <c>Provisioning:Endpoints</c> at each start: adds what is missing, follows a changed configuration, and leaves alone what a person changed.
/// </summary>
internal sealed partial class ProvisionEndpoints(
    IConfiguration configuration, IDbContextFactory<AuditDbContext> databases, EndpointStore store, EndpointSeal seal, TimeProvider time,
    ILogger<ProvisionEndpoints> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var wanted in EndpointConfiguration.Read(configuration))
        {
            var row = await db.Set<EndpointRow>().SingleOrDefaultAsync(found => found.Id == wanted.Id, cancellationToken);
            if (row is null)
            {
                db.Add(Fill(new EndpointRow { Id = wanted.Id, CreatedAt = time.GetUtcNow() }, wanted));
                LogAdded(wanted.Id, wanted.Kind);
            }
            else if (!row.ChangedByPerson && !Same(row, wanted))
            {
                Fill(row, wanted);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await store.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private EndpointRow Fill(EndpointRow row, ChannelEndpoint wanted)
    {
        (row.Kind, row.Name, row.Bot, row.Branch) = (wanted.Kind, wanted.Name, wanted.Bot, wanted.Branch);
        row.SealedMembers = seal.Seal(wanted.Members);
        return row;
    }

    private bool Same(EndpointRow row, ChannelEndpoint wanted)
    {
        var members = seal.OpenMembers(row);
        return (row.Kind, row.Name, row.Bot, row.Branch) == (wanted.Kind, wanted.Name, wanted.Bot, wanted.Branch)
            && members.Count == wanted.Members.Count
            && wanted.Members.All(member => members.TryGetValue(member.Key, out var value) && value == member.Value);
    }

    [LoggerMessage(EventId = 2202, Level = LogLevel.Information, Message = "Provisioned endpoint {EndpointId} ({Kind})")]
    private partial void LogAdded(string endpointId, string kind);
}
