using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Wakes the sender when something was accepted, and when what waits is due. The sweep of the scheduler finds what this misses.</summary>
internal sealed partial class SendLoop(
    SendOutbox send, ResumeSending resume, PortalStore portal, Pulse<EventsAppended> appended, IOptions<BitrixOptions> options, ILogger<SendLoop> logger) : BackgroundService
{
    private readonly SemaphoreSlim _news = new(0, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await resume.HandleAsync(cancellationToken);
        if (portal.Current is { Blocked: not null })
        {
            // A blocked portal is asked at once after a restart.
            await portal.ChangeAsync(row => row.ProbeAt = null, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.SweepSeconds == 0)
        {
            return;
        }

        using var listening = appended.Listen(_ => Wake());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var wait = await send.HandleAsync(stoppingToken) ?? Timeout.InfiniteTimeSpan;
                await _news.WaitAsync(wait > TimeSpan.FromMinutes(1) ? Timeout.InfiniteTimeSpan : wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogFault(problem.GetType().Name);
                await _news.WaitAsync(TimeSpan.FromSeconds(options.Value.SweepSeconds), stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private void Wake()
    {
        if (portal.Current is not null && _news.CurrentCount == 0)
        {
            try
            {
                _news.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else woke it at the same moment.
            }
        }
    }

    [LoggerMessage(EventId = 4113, Level = LogLevel.Error, Message = "{Problem} while the outbox was worked through; it is tried again")]
    private partial void LogFault(string problem);
}
