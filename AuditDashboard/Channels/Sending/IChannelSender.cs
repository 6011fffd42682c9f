using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Sending;

/// <summary>How one service is told to send. A new one is one class in its channel's folder and one line in <see cref="SendingList"/>.</summary>
internal interface IChannelSender
{
    string Kind { get; }

    Pace Pace { get; }

    /// <summary>The longest text the service takes, in UTF-16 units.</summary>
    int LongestText { get; }

    /// <summary>False where the endpoint lacks what the service wants to know (a token, a number).</summary>
    bool CanSend(ChannelEndpoint endpoint);

    /// <summary>The messenger the client reads.</summary>
    string ChannelOf(ChannelEndpoint endpoint) => Kind;

    /// <summary>Why this client cannot be reached here, known without a call; null where it takes one to know.</summary>
    string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message);

    /// <summary>One try at a message that was not refused. Nothing is thrown but what <see cref="ServiceCall.SendAsync"/> throws.</summary>
    Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel);

    /// <summary>Nothing where the service has no buttons.</summary>
    Task SettleAsync(ChannelEndpoint endpoint, SettledPress press, CancellationToken cancel) => Task.CompletedTask;
}
