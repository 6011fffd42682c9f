using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary><c>ANY /hooks/{endpointId}/{rest?}</c> (http-api.md section 4): verify, store, answer; 5xx only where the log cannot be written or a bot behind us cannot be reached.</summary>
internal sealed partial class ReceiveHook(
    IChannelEndpoints endpoints, ChannelKinds kinds, TakeHook take, RefusedCalls refused, TimeProvider time, ILogger<ReceiveHook> logger)
{
    public static readonly string Route = "/hooks/{endpointId}/{**rest}";

    private const int MostBytes = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await (await ReceiveAsync(context)).WriteAsync(context.Response);
        }
        catch (BadHttpRequestException problem)
        {
            await Problem.WriteAsync(context.Response, problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "request");
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(problem, context.Request.RouteValues["endpointId"] as string);
            await Problem.WriteAsync(context.Response, "internal");
        }
    }

    private async Task<HookReply> ReceiveAsync(HttpContext context)
    {
        // The same words for an address that does not exist and for a wrong secret: nobody can list endpoints.
        if (endpoints.Find((string)context.Request.RouteValues["endpointId"]!) is not { } endpoint || kinds.Find(endpoint.Kind) is not { } kind)
        {
            return Refuse(RefusedCalls.Caller.UnknownEndpoint, "bad-signature");
        }

        var caller = new RefusedCalls.Caller(endpoint.Id, null);
        var body = await RequestBody.ReadAsync(context.Request, MostBytes, context.RequestAborted, keepPacked: endpoint.Member(ForwardAddress.Member) is not null);
        if (!body.Succeeded)
        {
            return Refuse(caller, body.Refusal.Code);
        }

        using (body.Value)
        {
            var rest = (context.Request.RouteValues["rest"] as string ?? "").Trim('/');
            var call = new HookCall(context.Request, endpoint, rest, body.Value.Bytes, body.Value.Text, time.GetUtcNow()) { Packed = body.Value.Packed };
            if (kind.Admit(call) is { } atOnce)
            {
                return atOnce.Problem is { } code ? Refuse(caller, code) : atOnce;
            }

            return await take.HandleAsync(kind, call, context.RequestAborted);
        }
    }

    /// <summary>A refusal that leaves nothing in quarantine.</summary>
    private HookReply Refuse(RefusedCalls.Caller caller, string code)
    {
        refused.Note(caller, code);
        return HookReply.Refused(code);
    }

    [LoggerMessage(EventId = 2200, Level = LogLevel.Error, Message = "A call to endpoint {EndpointId} failed")]
    private partial void LogFault(Exception problem, string? endpointId);
}
