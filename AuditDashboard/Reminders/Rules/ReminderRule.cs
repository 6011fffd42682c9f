namespace AuditDashboard.Reminders.Rules;

/// <summary>Write to the client so long before the visit.</summary>
/// <param name="Service">Only visits for this service; null = all. <paramref name="Branch"/> is a branch's code.</param>
/// <param name="Text">The template; null = the app's own words.</param>
internal sealed record ReminderRule(TimeSpan Before, string? Service = null, string? Branch = null, string? Text = null, MessageClass Class = MessageClass.Service)
{
    /// <summary>The words are a preset's and no person's: the question whether the client comes is put behind them while it is open.</summary>
    public bool IsOurs { get; init; }

    public string Name => RuleSpan.Name(Before);

    public bool IsFor(string? service, string? branch) =>
        (Service is null || string.Equals(Service, service, StringComparison.OrdinalIgnoreCase)) && (Branch is null || Branch == branch);

    /// <summary>The narrower of two rules for the same hour holds.</summary>
    public int Narrowness => (Service is null ? 0 : 2) + (Branch is null ? 0 : 1);
}
