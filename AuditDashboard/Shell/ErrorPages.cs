namespace AuditDashboard.Shell;

/// <summary>A browser gets a page for what went wrong, a program gets problem+json. Neither gets details.</summary>
internal static class ErrorPages
{
    public static void Use(IApplicationBuilder app)
    {
        // First, so that the headers of a failed response are written by the second pass as well.
        app.UseWhen(WantsPage, pages => pages
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseWhen(context => !WantsPage(context), programs => programs.UseExceptionHandler());
    }

    private static bool WantsPage(HttpContext context) =>
        context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
