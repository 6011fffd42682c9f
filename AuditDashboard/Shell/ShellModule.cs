using Microsoft.AspNetCore.HttpOverrides;

namespace AuditDashboard.Shell;

/// <summary>The frame around pages: rendering, words, headers, and the order of the pipeline.</summary>
public static class ShellModule
{
    public static IHostApplicationBuilder AddShell(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddLocalization();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15)); // an open page may hold its connection to the end
        services.AddProblemDetails();
        services.AddHealthChecks();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddRateLimiter(options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = 1;
        });
        Rendering.AddTo(services);
        return host;
    }

    /// <summary>Everything between the socket and the endpoints, in the order that matters.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        ErrorPages.Use(app);
        SecurityHeaders.Use(app);
        HubOriginGuard.Use(app);
        app.UseRouting();
        LanguageEndpoint.Use(app);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        Rendering.Map(app);
        LanguageEndpoint.Map(app);
        HealthEndpoints.Map(app);
        ApiReference.Map(app);
        return app;
    }
}
