using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Story;

/// <summary>What happens on which day (product.md section 7.3): day 90 is yesterday; days before the first are like the first.</summary>
internal sealed class Storyline(DateOnly today)
{
    public const int RemindersOn = 29;
    public const int Outage = 41;
    public const int DisputeDay = 61;
    public const int TwinBookings = 67;
    public const int WhatsAppDecay = 78;

    private const int FirstCanary = 64;
    private const int FourthForAll = 70;

    /// <summary>The first answer of the second release, the third's activation, its undoing and the first moment all answers are the second's again.</summary>
    public DateTimeOffset SecondAt => At(36, 9, 30);

    public DateTimeOffset ThirdAt => At(52, 9, 30);

    public DateTimeOffset RolledBackAt => At(56, 14, 20);

    public DateTimeOffset LastThirdAnswer => RolledBackAt.AddSeconds(21);

    public DateTimeOffset CanaryAt => At(FirstCanary, 9, 30);

    public DateTimeOffset FourthAt => At(FourthForAll, 9, 30);

    public DateTimeOffset OutageFrom => At(Outage, 13, 10);

    public DateTimeOffset OutageTo => At(Outage, 16, 0);

    /// <summary>Nothing that clients write in Telegram arrives then.</summary>
    public bool IsOutage(string channel, DateTimeOffset moment) => channel == DemoChannels.Telegram && moment >= OutageFrom && moment < OutageTo;

    public int DayOf(DateOnly date) => 91 - (today.DayNumber - date.DayNumber);

    public int DayOf(DateTimeOffset moment) => DayOf(DemoSalon.DateOf(moment));

    public DateTimeOffset At(int day, int hour, int minute) => DemoSalon.At(today.AddDays(day - 91), new TimeSpan(hour, minute, 0));

    /// <summary>Which release answers a client at that moment; a fifth of them get the fourth a week early.</summary>
    public DemoRelease ReleaseAt(DateTimeOffset moment, int bucket)
    {
        if (moment >= FourthAt || (moment >= CanaryAt && bucket < 20))
        {
            return DemoRelease.Fourth;
        }

        if (moment >= ThirdAt && moment < LastThirdAnswer)
        {
            return DemoRelease.Third;
        }

        return moment >= SecondAt ? DemoRelease.Second : DemoRelease.First;
    }

    /// <summary>Share of visits booked a day ahead or more that are confirmed in time, in per cent: it climbs in weeks from day 29.</summary>
    public static double ConfirmedShare(int day)
    {
        double[] weeks = [62, 65, 69, 72, 76, 79, 82];
        return day < RemindersOn ? 62 : weeks[Math.Min((day - RemindersOn) / 7, weeks.Length - 1)];
    }

    /// <summary>Share of reminders that WhatsApp does not deliver.</summary>
    public static double WhatsAppLoss(int day) => day < WhatsAppDecay ? 0.04 : 0.04 + (0.27 * Math.Min(day - WhatsAppDecay, 12) / 12);
}
