namespace AuditDashboard.Channels.Endpoints;

/// <summary>Every endpoint, from memory.</summary>
internal interface IChannelEndpoints
{
    ChannelEndpoint? Find(string id);

    IReadOnlyCollection<ChannelEndpoint> All { get; }
}
