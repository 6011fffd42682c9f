using AuditDashboard.Reminders.FollowUps.Page;
using AuditDashboard.Reminders.Presets;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>Registration of second attempts and of answers to missed calls, with what they begin with and the owner's page about them.</summary>
internal static class FollowUpsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<MissedCallBell>().AddSingleton<FollowUpMatters>().AddHostedService<AnswerMissedCalls>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<FollowUpRow>(33, nameof(FollowUpRow.Bot)));
        services.AddOptions<FollowUpOptions>().BindConfiguration(FollowUpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FollowUpOptions>, FollowUpOptions.Validator>();
        services.AddSingleton<PresetList>().AddSingleton<FollowUpPreview>().AddHostedService<ProvisionFollowUps>().AddHostedService<FollowPreset>();
        services.AddSingleton(new SettingsLink("settings/followups", Icons.Material.Outlined.Replay, typeof(FollowUpsText), "Title", 44) { Roles = ["owner"] });
    }
}
