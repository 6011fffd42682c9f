using AuditDashboard.Channels;
using AuditDashboard.Ingestion;
using AuditDashboard.Relay.Passing;

namespace AuditDashboard.Relay.Telegram;

/// <summary>Puts a finished call of a bot into the log. Never throws: what cannot be logged is relayed all the same.</summary>
internal sealed partial class TellBotCall(ITelegramBots bots, IIngest ingest, TimeProvider time, ILogger<TellBotCall> logger)
{
    /// <param name="answer">Unpacked; null where it was too long to be kept.</param>
    public async Task HandleAsync(TelegramBot bot, string method, HttpRequest request, Glimpse said, int status, ReadOnlyMemory<byte>? answer)
    {
        try
        {
            if (answer is null)
            {
                LogTooLong(bot.Sender.Endpoint, method);
                return;
            }

            var call = new BotApiCall(method, await CallFields.ReadAsync(request, said), status, answer.Value, time.GetUtcNow());
            await ingest.TakeOrOweAsync(bot.Sender, await bots.TellAsync(bot, call, CancellationToken.None));
        }
        catch (Exception problem)
        {
            LogNotTold(problem, bot.Sender.Endpoint, method);
        }
    }

    public void NoteFailure(TelegramBot bot, string method, PassFailure failure) => LogFailure(bot.Sender.Endpoint, method, failure);

    [LoggerMessage(EventId = 2600, Level = LogLevel.Error, Message = "A call of {Method} through endpoint {EndpointId} was relayed and could not be logged")]
    private partial void LogNotTold(Exception problem, string? endpointId, string method);

    [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "A call of {Method} through endpoint {EndpointId} was relayed and not logged: its answer is too long")]
    private partial void LogTooLong(string? endpointId, string method);

    [LoggerMessage(EventId = 2602, Level = LogLevel.Warning, Message = "A call of {Method} through endpoint {EndpointId} came to no end: {Failure}")]
    private partial void LogFailure(string? endpointId, string method, PassFailure failure);
}
