using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Registration of the calendars' addresses and their page of settings.</summary>
internal static class CalendarList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<CalendarsQuery>().AddSingleton<CalendarFeedQuery>();
        services.AddScoped<IssueCalendar>().AddScoped<RevokeCalendar>().AddScoped<NoteReading>().AddScoped<CalendarAddress>();
        services.AddSingleton(new SettingsLink("settings/calendars", Icons.Material.Outlined.CalendarMonth, typeof(CalendarText), "Title", 45) { Roles = ["owner"] });
    }
}
