using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.FirstStart;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.Menu;
using AuditDashboard.Access.People;
using AuditDashboard.Access.Provisioning;
using AuditDashboard.Access.SecondFactor;
using AuditDashboard.Access.SignIn;
using AuditDashboard.Access.Viewing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access;

/// <summary>People, keys and the journal. Stands after storage, whose start it follows, and after the shell, whose viewer state it replaces.</summary>
public static class AccessModule
{
    public static IHostApplicationBuilder AddAccess(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AccessProvisioning>().BindConfiguration(AccessProvisioning.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessProvisioning>, AccessProvisioningValidator>();
        services.AddHttpContextAccessor();
        SignInSetup.AddTo(services);
        Policies.AddTo(services.AddAuthorizationBuilder());
        services.AddSingleton<FailedSignIns>().AddSingleton<EndedSignIns>().AddSingleton<SignInTickets>().AddSingleton<SetUpCode>().AddSingleton<IPeople, AddPerson>();
        services.AddSingleton<ApiKeyCache>().AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeyCache>()).AddSingleton<ApiKeyUses>();
        services.AddSingleton<JournalStore>().AddSingleton<RecentViews>().AddSingleton<Pulse<JournalGrew>>().AddSingleton<Pulse<PersonChanged>>().AddSingleton<ProvisionAccess>();
        services.AddSingleton<RefusedAccess>().AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => provider.GetRequiredService<RefusedAccess>());
        services.AddScoped<ViewerState>().AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<ViewerState>());
        services.AddScoped<CurrentViewer>().AddScoped<ICurrentViewer>(provider => provider.GetRequiredService<CurrentViewer>());
        services.AddSingleton<IAnchored, AnchorJournal>().AddSingleton<IOwnerEyes, OwnerEyes>();
        services.AddScoped<IAccessJournal, AccessJournal>().AddScoped<IClaimsTransformation, OriginClaims>();
        services.AddScoped<SignInWithPassword>().AddScoped<SignInWithCode>().AddScoped<OpenSignIn>().AddScoped<FinishSignIn>().AddScoped<ChoosePassword>().AddScoped<MakeFirstOwner>();
        services.AddScoped<InvitePerson>().AddScoped<ChangePerson>().AddScoped<PeopleQuery>().AddScoped<JournalQuery>();
        services.AddScoped<IssueApiKey>().AddScoped<RevokeApiKey>().AddScoped<ApiKeysQuery>().AddScoped<IBotKeys, BotKeys>();
        SecondFactorList.AddTo(services);
        AccessMenu.AddTo(services);
        services.AddHostedService<AccessStarter>().AddHostedService<WriteApiKeyUses>().AddHostedService<PrintSetUpLink>();
        return host;
    }

    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        // It must hear of the first change, so it cannot wait to be asked for.
        routes.ServiceProvider.GetRequiredService<EndedSignIns>();
        SignOutEndpoint.Map(routes);
        JournalExport.Map(routes);
        return routes;
    }
}
