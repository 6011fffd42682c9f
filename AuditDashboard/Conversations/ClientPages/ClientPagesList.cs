namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Registration of the clients' pages.</summary>
internal static class ClientPagesList
{
    public static void AddTo(IServiceCollection services) =>
        services.AddScoped<PersonalHistory>().AddScoped<ClientQuery>().AddScoped<ClientSearchQuery>().AddScoped<RevealClientPhones>().AddScoped<MergeDialog>();
}
