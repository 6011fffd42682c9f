using System.Threading.Channels;
using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Reminders.Answers;

/// <summary>After the commit: tells pages that bookings have changed, and of a press stops the spinner, takes the buttons away and says thank you.</summary>
internal sealed partial class SettlePresses(
    PressQueue presses, Pulse<EventsAppended> appended, IMessageSender sender, ClientWords words, Pulse<AppointmentsChanged> changed, ILogger<SettlePresses> logger) : BackgroundService
{
    private readonly Channel<long> _news = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = appended.Listen(change => _news.Writer.TryWrite(change.LastSeq));
        await foreach (var lastSeq in _news.Reader.ReadAllAsync(stoppingToken))
        {
            await HandleAsync(lastSeq, stoppingToken);
        }
    }

    internal async Task HandleAsync(long lastSeq, CancellationToken cancel)
    {
        if (presses.TakeTouched(lastSeq))
        {
            changed.Send(new AppointmentsChanged());
        }

        foreach (var (press, answer) in presses.Take(lastSeq))
        {
            await SettleAsync(press with { Notice = words.Notice(answer) }, cancel);
        }
    }

    private async Task SettleAsync(SettledPress press, CancellationToken cancel)
    {
        try
        {
            await sender.SettleAsync(press, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogUnsettled(problem, press.EndpointId);
        }
    }

    [LoggerMessage(EventId = 4010, Level = LogLevel.Warning, Message = "A press at endpoint {EndpointId} was understood, but its button goes on spinning")]
    private partial void LogUnsettled(Exception problem, string endpointId);
}
