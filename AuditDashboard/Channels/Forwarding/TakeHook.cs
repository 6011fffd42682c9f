using AuditDashboard.Channels.Hooks;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>
/// What becomes of an admitted call: stored and answered by us, or, where the endpoint has a <c>ForwardUrl</c>, stored, passed on, and answered by the
/// bot. Then neither stops the other. The bot is called whatever becomes of the storing, and its answer goes back as it is: a call that could not be
/// stored waits in memory (<see cref="IIngest.TakeOrOweAsync"/>), because asking the messenger to repeat it would make the bot answer its client twice.
/// A paused endpoint stores nothing and goes on forwarding: it is our recording that is paused, not the owner's bot.
/// </summary>
internal sealed class TakeHook(StoreHook store, ForwardHook forward, RefusedCalls refused)
{
    public async Task<HookReply> HandleAsync(IChannelKind kind, HookCall call, CancellationToken cancel)
    {
        var target = ForwardAddress.Of(call);
        if (call.Endpoint.IsPaused)
        {
            refused.Note(new RefusedCalls.Caller(call.Endpoint.Id, null), "paused");
        }
        else if (target is null)
        {
            return await store.HandleAsync(kind, call, cancel);
        }
        else
        {
            await store.KeepAsync(kind, call);
        }

        return target is null ? HookReply.Refused("paused") : await forward.HandleAsync(call, target, cancel);
    }
}
