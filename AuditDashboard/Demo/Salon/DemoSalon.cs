namespace AuditDashboard.Demo.Salon;

/// <summary>The pretended salon: what is true of it all year round.</summary>
internal static class DemoSalon
{
    public const string Name = "Студия «Донская»";

    public const string ZoneId = "Europe/Moscow";

    /// <summary>The assistant that talks to clients.</summary>
    public const string AssistantBot = "donskaya";

    /// <summary>The booking journal: what the desk and the online form enter.</summary>
    public const string JournalBot = "donskaya-journal";

    /// <summary>Every event of the pretended salon has an id that begins so.</summary>
    public const string IdPrefix = "demo-";

    /// <summary>Moscow time without summer time since 26 October 2014.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    public static DateTimeOffset At(DateOnly date, TimeSpan time) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset) + time;

    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    public static TimeSpan Opens(DateOnly date) => TimeSpan.FromHours(date.DayOfWeek == DayOfWeek.Sunday ? 11 : 10);

    public static TimeSpan Closes(DateOnly date) => TimeSpan.FromHours(date.DayOfWeek == DayOfWeek.Sunday ? 20 : 21);

    public static bool IsOpen(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Offset);
        return local.TimeOfDay >= Opens(DateOf(local)) && local.TimeOfDay < Closes(DateOf(local));
    }

    /// <summary>The moment itself when the salon is open then, else the next opening.</summary>
    public static DateTimeOffset NextOpen(DateTimeOffset moment)
    {
        var date = DateOf(moment);
        if (IsOpen(moment))
        {
            return moment;
        }

        var opening = At(date, Opens(date));
        return moment < opening ? opening : At(date.AddDays(1), Opens(date.AddDays(1)));
    }
}
