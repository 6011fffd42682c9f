using System.Threading.Channels;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Settings;

namespace AuditDashboard.Reminders.Presets;

/// <summary>Another preset means other reminders: what is planned follows at once.</summary>
internal sealed partial class FollowPreset(ISettings settings, Pulse<SettingsChanged> changed, PlanAgain planning, Pulse<AppointmentsChanged> appointments, ILogger<FollowPreset> logger) : BackgroundService
{
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var followed = settings.FollowUps.Preset;
        using var listening = changed.Listen(_ => _news.Writer.TryWrite(true));
        await foreach (var _ in _news.Reader.ReadAllAsync(stoppingToken))
        {
            var wanted = settings.FollowUps.Preset;
            if (wanted == followed)
            {
                continue;
            }

            try
            {
                await planning.HandleAsync(stoppingToken);
                followed = wanted;
                appointments.Send(new AppointmentsChanged());
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogNotPlanned(problem);
            }
        }
    }

    [LoggerMessage(EventId = 4061, Level = LogLevel.Warning, Message = "Reminders could not be planned anew after another preset was chosen; the next start does it")]
    private partial void LogNotPlanned(Exception problem);
}
