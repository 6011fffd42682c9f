using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Probes;

/// <summary>Asks a channel's service how our connection stands there (K17: passive silence takes hours to show at a small salon).</summary>
internal interface IChannelProbe
{
    string Kind { get; }

    /// <summary>False where the endpoint lacks what the service wants to know (a token, a number).</summary>
    bool CanProbe(ChannelEndpoint endpoint);

    /// <exception cref="ProbeFault">The service could not be asked.</exception>
    Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel);
}
