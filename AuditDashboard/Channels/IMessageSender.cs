namespace AuditDashboard.Channels;

/// <summary>Puts one message to one client on one channel's wire. Never repeats by itself: whoever calls decides by the result.</summary>
public interface IMessageSender
{
    /// <summary>The endpoints that can send, of any bot: those with the members their service needs, not paused.</summary>
    IReadOnlyList<SendingEndpoint> Endpoints();

    /// <summary>
    /// Waits for the channel's pace (channels.md section 1.5) where that is a matter of seconds, then sends. Nothing of the channel is thrown; a cancelled
    /// call throws only while nothing was written yet, afterwards it is followed to its end for 5 s more.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before anything left this machine.</exception>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel);

    /// <summary>After a press was understood: stops the button's spinner and takes the buttons away. Failures are of no consequence.</summary>
    Task SettleAsync(SettledPress press, CancellationToken cancel);
}
