using AuditDashboard.Reminders.Reactions;
using AuditDashboard.Reminders.Risk;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Reminders.Slots;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Reminders.Board;

/// <summary>Registration of the page of bookings and its place in the menu.</summary>
internal static class BoardList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<HeldActs>().AddHostedService(provider => provider.GetRequiredService<HeldActs>()).AddSingleton<BoardFiguresQuery>().AddSingleton<RemindNow>();
        services.AddSingleton<OpenTasksQuery>().AddSingleton<RiskQuery>().AddSingleton<BoardNotes>();
        services.AddScoped<CompleteTask>().AddScoped<BoardTasks>().AddScoped<BoardQuery>().AddScoped<BoardActs>().AddScoped<BoardDialogs>().AddScoped<ReactionsQuery>();
        services.AddSingleton(
            new NavItem("bookings", Icons.Material.Outlined.EventAvailable, typeof(RemindersText), "Title", NavSection.Main, 30) { Shortcut = 'b', OnPhone = true });
        SlotList.AddTo(services);
        services.AddSingleton(BookingAttention.Unconfirmed).AddSingleton(BookingAttention.Calls);
    }
}
