using System.Data.Common;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary><c>ANY /hooks/{endpointId}/{rest?}</c> (http-api.md section 4): verify, store, answer; 5xx only where the log cannot be written.</summary>
internal sealed partial class ReceiveHook(
    IChannelEndpoints endpoints, ChannelKinds kinds, IIngest ingest, IQuarantine quarantine, TimeProvider time, ILogger<ReceiveHook> logger)
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
            return HookReply.Refused("bad-signature");
        }

        var body = await RequestBody.ReadAsync(context.Request, MostBytes, context.RequestAborted);
        if (!body.Succeeded)
        {
            return HookReply.Refused(body.Refusal.Code);
        }

        using (body.Value)
        {
            var rest = (context.Request.RouteValues["rest"] as string ?? "").Trim('/');
            var call = new HookCall(context.Request, endpoint, rest, body.Value.Bytes, body.Value.Text, time.GetUtcNow());
            return kind.Admit(call) ?? (endpoint.IsPaused ? HookReply.Refused("paused") : await StoreAsync(kind, call, context.RequestAborted));
        }
    }

    private async Task<HookReply> StoreAsync(IChannelKind kind, HookCall call, CancellationToken cancel)
    {
        var sender = new Sender(call.Endpoint.Bot, call.Endpoint.Branch, call.Endpoint.Id);
        var translation = await TranslateAsync(kind, call, cancel);
        if (translation.Unreadable is { } code)
        {
            await quarantine.KeepAsync(sender, [new IQuarantine.Refused(kind.Name, call.Bytes, code)], cancel);
            return kind.Answer(new HookOutcome(new IngestReceipt([]), code));
        }

        var receipt = await ingest.TakeAsync(sender, translation.Events, cancel);
        return receipt.Refusal is null ? kind.Answer(new HookOutcome(receipt)) : HookReply.Of(receipt);
    }

    /// <summary>A translator that stumbles over some content is our fault, and repeating the call would not mend it: the body waits in quarantine.</summary>
    private async ValueTask<Translation> TranslateAsync(IChannelKind kind, HookCall call, CancellationToken cancel)
    {
        try
        {
            return await kind.TranslateAsync(call, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not DbException)
        {
            LogFault(problem, call.Endpoint.Id);
            return Translation.NotRead("internal");
        }
    }

    [LoggerMessage(EventId = 2200, Level = LogLevel.Error, Message = "A call to endpoint {EndpointId} failed")]
    private partial void LogFault(Exception problem, string? endpointId);
}
