namespace AuditDashboard.Access.SecondFactor;

/// <summary>What the second step of signing in brings along.</summary>
internal static class SecondFactorList
{
    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<SecondFactors>().AddSingleton<EnrolOffers>().AddSingleton<ForgetAtStart>().AddScoped<ForgetSecondFactor>().AddScoped<ChangeSecondFactor>();
}
