using AuditDashboard.Channels.Probes;
using AuditDashboard.Channels.Silence;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Channels.Health;

/// <summary>Knows when channels are looked after; the handlers know what that is. Two walks: a service that hangs does not hold up the other.</summary>
internal sealed partial class HealthClock(
    ProbeChannels probes, WatchSilence silence, Pulse<HealthChanged> changed, IOptions<HealthOptions> options, TimeProvider time, ILogger<HealthClock> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        WalkAsync(options.Value.ProbeSeconds, probes.HandleAsync, stoppingToken),
        WalkAsync(options.Value.SilenceSeconds, silence.HandleAsync, stoppingToken));

    private async Task WalkAsync(int seconds, Func<CancellationToken, Task<bool>> look, CancellationToken cancel)
    {
        if (seconds == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(seconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                await LookAsync(look, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task LookAsync(Func<CancellationToken, Task<bool>> look, CancellationToken cancel)
    {
        try
        {
            if (await look(cancel))
            {
                changed.Send(new HealthChanged());
            }
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            LogFault(problem);
        }
    }

    [LoggerMessage(EventId = 2222, Level = LogLevel.Error, Message = "Channels could not be looked after; it is tried again at the next turn")]
    private partial void LogFault(Exception problem);
}
