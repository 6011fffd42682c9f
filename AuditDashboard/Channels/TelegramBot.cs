using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels;

/// <param name="ApiBase">Where the endpoint's service is called: its <c>ApiBaseUrl</c>, else Telegram itself; without a slash at the end.</param>
/// <param name="IsPaused">An owner switched the endpoint off: nothing is to be stored.</param>
public sealed record TelegramBot(Sender Sender, string ApiBase, bool IsPaused);
