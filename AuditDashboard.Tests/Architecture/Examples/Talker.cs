using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Architecture.Examples;

internal sealed partial class Talker(ILogger<Talker> logger)
{
    public void Count() => LogCounted(1);

    [LoggerMessage(EventId = 7, Level = LogLevel.Information, Message = "Counted {Count}")]
    private partial void LogCounted(int count);
}
