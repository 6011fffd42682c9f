using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>Registration of second attempts and of answers to missed calls.</summary>
internal static class FollowUpsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<MissedCallBell>().AddSingleton<FollowUpMatters>().AddHostedService<AnswerMissedCalls>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<FollowUpRow>(33, nameof(FollowUpRow.Bot)));
    }
}
