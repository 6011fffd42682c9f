using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Bodies;

namespace AuditDashboard.Ingestion.Api;

/// <summary>Reads an admitted call to the events API, stores what is in it and answers.</summary>
internal sealed class StoreEvents(EventBody bodies, IIngest ingest, IQuarantine quarantine, EventRate rate, RefusedCalls refused)
{
    /// <param name="text">The body without a byte order mark.</param>
    public async Task HandleAsync(HttpContext context, CallingBot bot, ReadOnlyMemory<byte> text)
    {
        var (response, cancel) = (context.Response, context.RequestAborted);
        var sender = new Sender(bot.Bot, bot.Branch, KeyId: bot.KeyId);
        var offered = bodies.Read(context.Request, text, bot.Branch);
        if (!offered.Succeeded)
        {
            await quarantine.KeepAsync(sender, [new IQuarantine.Refused(Envelopes.Document, text, offered.Refusal.Code)], cancel);
            await Problem.WriteAsync(response, offered.Refusal.Code);
            return;
        }

        if (rate.SecondsToWait(bot.KeyId, offered.Value.Count) is { } seconds)
        {
            refused.Note(RefusedCalls.Caller.Of(sender), "rate");
            await Problem.WriteAsync(response, "rate", retryAfterSeconds: seconds);
            return;
        }

        await ReceiptAnswer.WriteAsync(response, await ingest.TakeAsync(sender, offered.Value, cancel));
    }
}
