using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels;

/// <summary>For whoever stands between a bot and Telegram's Bot API: whose token it is, and what a call means for the log.</summary>
public interface ITelegramBots
{
    /// <summary>The bot of the first telegram endpoint with this <c>BotToken</c>; takes as long for a wrong token as for a right one.</summary>
    TelegramBot? Find(string token);

    /// <summary>True where a call of this method can say something about talk with a client.</summary>
    /// <param name="method">As it stands in the address, in any case: <c>sendMessage</c>.</param>
    bool IsLogged(string method);

    /// <summary>The events in a finished call; none where it says nothing. A repeat of the same answer gives the same ids.</summary>
    ValueTask<IReadOnlyList<OfferedEvent>> TellAsync(TelegramBot bot, BotApiCall call, CancellationToken cancel);
}
