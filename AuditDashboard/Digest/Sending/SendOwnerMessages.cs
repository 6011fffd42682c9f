using AuditDashboard.Access;
using AuditDashboard.Channels;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Sending;

/// <summary>
/// Sends what is planned, one message a person at a time: claimed on disk before it leaves, settled after. Whoever dies in between leaves <c>sending</c>
/// behind, which becomes uncertain at the next start and is never sent again.
/// </summary>
internal sealed partial class SendOwnerMessages(
    IDbContextFactory<AuditDbContext> databases, IMessageSender sender, IPeople people, TimeProvider time, ILogger<SendOwnerMessages> logger)
{
    private const int MostAttempts = 5;

    /// <summary>How soon it is looked again whether a channel that cannot send has been put right.</summary>
    private static readonly TimeSpan Repair = TimeSpan.FromMinutes(5);

    /// <returns>True when anything was settled.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var due = await db.Set<OwnerMessageRow>().Where(row => row.State == MessageStates.Planned && row.NextAt <= now).OrderBy(row => row.CreatedAt).ToListAsync(cancel);
        foreach (var row in due.GroupBy(row => row.UserId).Select(own => own.First()))
        {
            cancel.ThrowIfCancellationRequested();
            await HandleAsync(db, row, now, cancel);
        }

        return due.Count > 0;
    }

    private async Task HandleAsync(AuditDbContext db, OwnerMessageRow row, DateTimeOffset now, CancellationToken cancel)
    {
        var chat = await db.Set<OwnerChatRow>().AsNoTracking().SingleOrDefaultAsync(known => known.UserId == row.UserId && known.Address != null, cancel);
        if (chat is null || row.Until <= now || !await people.IsOwnerAsync(row.UserId, cancel))
        {
            row.Settle(MessageStates.Void, chat is null ? "unbound" : row.Until <= now ? "late" : "no-owner");
        }
        else if (EndpointOf(chat) is not { } endpoint)
        {
            (row.NextAt, row.Code) = (now + Repair, "no-channel");
        }
        else
        {
            (row.State, row.Attempts, row.Code) = (MessageStates.Sending, row.Attempts + 1, null);
            await db.SaveChangesAsync(cancel);
            // From here on it is carried through: what was claimed and not settled would be uncertain for good.
            Settle(row, await SendAsync(endpoint, chat, row));
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private SendingEndpoint? EndpointOf(OwnerChatRow chat)
    {
        var able = sender.Endpoints();
        return able.FirstOrDefault(endpoint => endpoint.Id == chat.Endpoint) ?? able.FirstOrDefault(endpoint => endpoint.Bot == chat.Bot && endpoint.Channel == chat.Channel);
    }

    private async Task<SendResult> SendAsync(SendingEndpoint endpoint, OwnerChatRow chat, OwnerMessageRow row)
    {
        try
        {
            return await sender.SendAsync(new OutgoingMessage(endpoint.Id, chat.Address!, row.Text, row.Key), CancellationToken.None);
        }
        catch (Exception problem)
        {
            // A sender that throws has said nothing about what it did before.
            LogBroken(problem, row.Kind, endpoint.Id);
            return new SendResult(SendState.Uncertain, Code: problem.GetType().Name);
        }
    }

    private void Settle(OwnerMessageRow row, SendResult result)
    {
        var now = time.GetUtcNow();
        switch (result.State)
        {
            case SendState.Sent:
                row.Settle(MessageStates.Sent, result.Code);
                row.SentAt = now;
                break;
            case SendState.Uncertain:
                row.Settle(MessageStates.Uncertain, result.Code);
                break;
            case SendState.Later or SendState.Misconfigured when row.Attempts < MostAttempts:
                row.Settle(MessageStates.Planned, result.Code);
                row.NextAt = now + (result.State is SendState.Misconfigured ? Repair : result.RetryAfter ?? TimeSpan.FromMinutes(row.Attempts));
                break;
            default:
                row.Settle(MessageStates.Failed, result.Code);
                LogFailed(row.Kind, result.State, result.Code);
                break;
        }
    }

    [LoggerMessage(EventId = 4300, Level = LogLevel.Error, Message = "A {Kind} message to an owner broke on its way through endpoint {EndpointId}; whether it arrived is not known")]
    private partial void LogBroken(Exception problem, string kind, string endpointId);

    [LoggerMessage(EventId = 4301, Level = LogLevel.Warning, Message = "A {Kind} message to an owner was not sent: {State}, {Reason}")]
    private partial void LogFailed(string kind, SendState state, string? reason);
}
