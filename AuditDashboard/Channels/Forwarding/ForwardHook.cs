using System.Net;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>
/// Passes a call on to the bot as it came, and gives the bot's answer back as it came. Where the bot could not be reached, or did not answer in time,
/// the messenger hears 502 or 504, just as it would without us between them, and repeats the call for the bot's sake; a repeat stores nothing.
/// </summary>
internal sealed partial class ForwardHook(IOptions<ForwardingOptions> options, TimeProvider time, ILogger<ForwardHook> logger) : IDisposable
{
    private readonly HttpMessageInvoker _bots = OutboundConnections.Make(PrivateNetworks.IsLinkLocal, viaProxy: false);

    public async Task<HookReply> HandleAsync(HookCall call, Uri target, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var message = Message(call, target);
            using var answer = await _bots.SendAsync(message, either.Token);
            return HookReply.Of(await BotAnswer.ReadAsync(answer, either.Token));
        }
        catch (Exception) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            LogLate(call.Endpoint.Id, options.Value.TimeoutSeconds);
            return HookReply.Refused("bot-late");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            LogUnreachable(call.Endpoint.Id, (problem as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown);
            return HookReply.Refused("bot-unreachable");
        }
    }

    public void Dispose() => _bots.Dispose();

    private static HttpRequestMessage Message(HookCall call, Uri target)
    {
        var request = call.Request;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), target) { Version = HttpVersion.Version11 };
        if (call.Packed.Length > 0 || HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method))
        {
            message.Content = new ReadOnlyMemoryContent(call.Packed);
        }

        PassedHeaders.Copy(request, message);
        return message;
    }

    // Never the address: a bot's webhook may carry a secret in its path.
    [LoggerMessage(EventId = 2210, Level = LogLevel.Warning, Message = "The bot behind endpoint {EndpointId} could not be reached ({Reason}); the messenger will repeat the call")]
    private partial void LogUnreachable(string endpointId, HttpRequestError reason);

    [LoggerMessage(EventId = 2211, Level = LogLevel.Warning, Message = "The bot behind endpoint {EndpointId} did not answer within {Seconds} s; the messenger will repeat the call")]
    private partial void LogLate(string endpointId, int seconds);
}
