using AuditDashboard.Reminders.Appointments;

namespace AuditDashboard.Reminders.Sending;

/// <summary>Puts the tables in order before the scheduler and the ways in open.</summary>
internal sealed class StartReminders(ReadOldBookings reading, RecoverReminders recovering) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await reading.HandleAsync(cancellationToken);
        await recovering.HandleAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
