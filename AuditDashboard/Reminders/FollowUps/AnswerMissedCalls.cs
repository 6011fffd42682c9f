using System.Threading.Channels;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Sending;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>A missed call does not wait for the sweep: the message goes out as soon as the call is on disk (product.md B7: within 60 s).</summary>
internal sealed partial class AnswerMissedCalls(MissedCallBell bell, Pulse<EventsAppended> appended, SendDueReminders sending, ILogger<AnswerMissedCalls> logger) : BackgroundService
{
    private readonly Channel<long> _news = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = appended.Listen(change => _news.Writer.TryWrite(change.LastSeq));
        await foreach (var lastSeq in _news.Reader.ReadAllAsync(stoppingToken))
        {
            if (!bell.Take(lastSeq))
            {
                continue;
            }

            try
            {
                await sending.HandleAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogLeftToSweep(problem);
            }
        }
    }

    [LoggerMessage(EventId = 4060, Level = LogLevel.Warning, Message = "A missed call could not be answered at once; the next sweep tries again")]
    private partial void LogLeftToSweep(Exception problem);
}
