using AuditDashboard.Foundation;

namespace AuditDashboard.Storage;

/// <summary>What is taken out, and what that takes with it.</summary>
public sealed record BotRemoval(IReadOnlyCollection<string> Bots)
{
    /// <summary>The client records that go with the bots, since nobody else has spoken to them.</summary>
    public HashSet<ClientId> Clients { get; } = [];
}
