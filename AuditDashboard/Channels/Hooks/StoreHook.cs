using System.Data.Common;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary>Translates an admitted call and stores what is in it; what cannot be read waits in quarantine.</summary>
internal sealed partial class StoreHook(IIngest ingest, IQuarantine quarantine, ILogger<StoreHook> logger)
{
    public async Task<HookReply> HandleAsync(IChannelKind kind, HookCall call, CancellationToken cancel)
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

    /// <summary>The same for a call that goes on to a bot whatever becomes of it here: waits for the log only so long, and throws nothing.</summary>
    public async Task KeepAsync(IChannelKind kind, HookCall call)
    {
        var sender = new Sender(call.Endpoint.Bot, call.Endpoint.Branch, call.Endpoint.Id);
        try
        {
            var translation = await TranslateAsync(kind, call, CancellationToken.None);
            if (translation.Unreadable is { } code)
            {
                await quarantine.KeepAsync(sender, [new IQuarantine.Refused(kind.Name, call.Bytes, code)], CancellationToken.None);
            }
            else
            {
                await ingest.TakeOrOweAsync(sender, translation.Events);
            }
        }
        catch (Exception problem)
        {
            LogNotKept(problem, call.Endpoint.Id);
        }
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
            LogNotTranslated(problem, call.Endpoint.Id);
            return Translation.NotRead("internal");
        }
    }

    [LoggerMessage(EventId = 2203, Level = LogLevel.Error, Message = "A body of endpoint {EndpointId} could not be translated and lies in quarantine")]
    private partial void LogNotTranslated(Exception problem, string endpointId);

    [LoggerMessage(EventId = 2204, Level = LogLevel.Error, Message = "A call to endpoint {EndpointId} was passed on without being stored")]
    private partial void LogNotKept(Exception problem, string endpointId);
}
