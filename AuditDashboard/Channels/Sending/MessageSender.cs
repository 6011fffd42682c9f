using System.Collections.Concurrent;
using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Sending;

/// <summary>Finds the service behind an endpoint, keeps its pace, and tells what came of it.</summary>
internal sealed partial class MessageSender(
    IEnumerable<IChannelSender> senders, IChannelEndpoints endpoints, TellTrouble tell, TimeProvider time, ILogger<MessageSender> logger) : IMessageSender
{
    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(sender => sender.Kind, StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, EndpointGate> _gates = new(StringComparer.Ordinal);

    public IReadOnlyList<SendingEndpoint> Endpoints() =>
    [
        .. from endpoint in endpoints.All
           where !endpoint.IsPaused && SenderOf(endpoint)?.CanSend(endpoint) == true
           orderby endpoint.Id
           select new SendingEndpoint(endpoint.Id, endpoint.Kind, SenderOf(endpoint)!.ChannelOf(endpoint), endpoint.Bot, endpoint.Branch),
    ];

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var result = endpoints.Find(message.EndpointId) is not { } endpoint ? Verdict.Misconfigured("endpoint-unknown").Result
            : endpoint.IsPaused ? Verdict.Misconfigured("endpoint-paused").Result
            : SenderOf(endpoint) is not { } sender || !sender.CanSend(endpoint) ? Verdict.Misconfigured("members-missing").Result
            : MessageGate.Refuse(message, sender.LongestText) is { } fault ? Verdict.Misconfigured(fault).Result
            : sender.Refuse(endpoint, message) is { } reason ? Verdict.Unreachable(reason).Result
            : await SendAsync(sender, endpoint, MessageGate.Whole(message), cancel);
        if (result.State is not SendState.Sent)
        {
            LogNotSent(result.State is SendState.Later or SendState.Unreachable ? LogLevel.Information : LogLevel.Warning, message.EndpointId, result.State, result.Code);
        }

        return result;
    }

    public async Task SettleAsync(SettledPress press, CancellationToken cancel)
    {
        if (endpoints.Find(press.EndpointId) is not { IsPaused: false } endpoint || SenderOf(endpoint) is not { } sender || !sender.CanSend(endpoint))
        {
            return;
        }

        try
        {
            await sender.SettleAsync(endpoint, press, cancel);
        }
        catch (UriFormatException)
        {
            LogNotSettled(press.EndpointId);
        }
    }

    private IChannelSender? SenderOf(ChannelEndpoint endpoint) => _senders.GetValueOrDefault(endpoint.Kind);

    private async Task<SendResult> SendAsync(IChannelSender sender, ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(endpoint.Id, _ => new EndpointGate(sender.Pace, time));
        var turn = await gate.EnterAsync(message.Address, cancel);
        if (turn.StayAway is { } wait)
        {
            return Verdict.Later("limited", wait).Result;
        }

        var result = await SendAsync(gate, turn, sender, endpoint, message, cancel);
        if (result.State is SendState.Misconfigured)
        {
            await tell.HandleAsync(endpoint, sender.ChannelOf(endpoint), result.Code!);
        }

        return result;
    }

    private static async Task<SendResult> SendAsync(
        EndpointGate gate, EndpointGate.Turn turn, IChannelSender sender, ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        TimeSpan? pause = null;
        try
        {
            (var result, pause) = await sender.SendAsync(endpoint, message, cancel);
            return result;
        }
        catch (UriFormatException)
        {
            // The exception would name the address, and a token stands in it.
            return Verdict.Misconfigured("address-invalid").Result;
        }
        finally
        {
            gate.Leave(turn, pause);
        }
    }

    [LoggerMessage(EventId = 2230, Message = "A message through endpoint {EndpointId} was not sent: {State}, {Reason}")]
    private partial void LogNotSent(LogLevel level, string endpointId, SendState state, string? reason);

    [LoggerMessage(EventId = 2231, Level = LogLevel.Warning, Message = "A press at endpoint {EndpointId} could not be settled: its address cannot be called")]
    private partial void LogNotSettled(string endpointId);
}
