using AuditDashboard.Channels;
using AuditDashboard.Foundation;

namespace AuditDashboard.Reminders.Sending;

/// <summary>Sends what is due: a few at a time, each claimed on disk before it leaves and told to the log afterwards.</summary>
internal sealed partial class SendDueReminders(
    DueReminders reading, ClaimReminders claims, TellReminders telling, IMessageSender sender, Pulse<AppointmentsChanged> changed, ILogger<SendDueReminders> logger)
    : IDisposable
{
    /// <summary>In flight at once: what a crash leaves uncertain is never more.</summary>
    private const int AtOnce = 10;

    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task HandleAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            while (!cancel.IsCancellationRequested && await SendSomeAsync(cancel))
            {
                changed.Send(new AppointmentsChanged());
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <returns>True while there may be more.</returns>
    private async Task<bool> SendSomeAsync(CancellationToken cancel)
    {
        var endpoints = sender.Endpoints();
        var due = await reading.ListAsync(AtOnce, endpoints, cancel);
        if (due.Count == 0)
        {
            return false;
        }

        var claimed = await claims.HandleAsync(due, endpoints.Count == 0, cancel);
        // From here on it is carried through: what was claimed and not told would be uncertain for good.
        var results = await Task.WhenAll(claimed.Select(one => SendAsync(one)));
        var stuck = endpoints.Count == 0 ? [] : due.Where(item => item is { Verdict: ReminderVerdict.Send, Rung: null, FollowUp: null }).ToList();
        return await telling.HandleAsync(results, stuck);
    }

    private async Task<(ClaimedReminder Claimed, SendResult Result)> SendAsync(ClaimedReminder claimed)
    {
        try
        {
            return (claimed, await sender.SendAsync(claimed.Message, CancellationToken.None));
        }
        catch (Exception problem)
        {
            // A sender that throws has said nothing about what it did before.
            LogBroken(problem, claimed.Row.AppointmentKey, claimed.Row.Rule, claimed.Endpoint.Id);
            return (claimed, new SendResult(SendState.Uncertain, Code: problem.GetType().Name));
        }
    }

    [LoggerMessage(EventId = 4000, Level = LogLevel.Error, Message = "Reminder {Rule} of booking {Key} broke on its way through endpoint {EndpointId}; whether it arrived is not known")]
    private partial void LogBroken(Exception problem, string key, string rule, string endpointId);
}
