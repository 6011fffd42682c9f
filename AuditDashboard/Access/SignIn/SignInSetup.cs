using AuditDashboard.Access.People;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.SignIn;

/// <summary>ASP.NET Core Identity as this application uses it.</summary>
internal static class SignInSetup
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<UserRow>, PasswordHasher<UserRow>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(Revalidate);
        services.AddIdentityCore<UserRow>(Configure)
            .AddEntityFrameworkStores<AuditDbContext>().AddSignInManager().AddClaimsPrincipalFactory<PersonClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookies.Configure)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme); // Identity signs out of it, too, when it ends a session
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<AccessOptions>>((options, access) => Cookies.Configure(options, access.Value.HttpsOnly));
        services.AddDataProtection().SetApplicationName("AuditDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(storage.Value.KeysFolder), loggers));
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = FailedSignIns.AccountLimit;
        options.Lockout.DefaultLockoutTimeSpan = FailedSignIns.Lock;
        options.Password.RequiredLength = PersonRules.ShortestProvisioned;
        options.Password.RequireDigit = options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
    }

    // A request asks the database at most every five seconds whether its person is still who the cookie says.
    private static void Revalidate(SecurityStampValidatorOptions options)
    {
        options.ValidationInterval = TimeSpan.FromSeconds(5);
        options.OnRefreshingPrincipal = context =>
        {
            if (context.CurrentPrincipal?.FindFirst(PersonClaims.SignIn) is { } signIn)
            {
                context.NewPrincipal?.Identities.First().AddClaim(signIn.Clone());
            }

            return Task.CompletedTask;
        };
    }
}
