namespace AuditDashboard.Settings;

/// <summary>What the owner is written to in a messenger, and when.</summary>
/// <param name="At">Local time of the organization's zone at which the morning digest leaves; before 21:00.</param>
/// <param name="Alarms">Tell at once what cannot wait for the digest.</param>
/// <param name="MostAlarmsAnHour">Messages about alarms within any 60 minutes, to one person.</param>
public sealed record DigestSettings(TimeOnly At, bool Alarms, int MostAlarmsAnHour)
{
    public static readonly DigestSettings Usual = new(new TimeOnly(9, 0), true, 6);

    /// <summary>Local time after which nothing of the day is worth a message any more.</summary>
    public static readonly TimeOnly Latest = new(21, 0);

    public bool IsSound => At < Latest && MostAlarmsAnHour is >= 1 and <= 60;
}
