namespace AuditDashboard.Shell;

/// <summary>A browser gets a page for what went wrong, a program gets problem+json. Neither gets details.</summary>
internal static class ErrorPages
{
    public static void Use(IApplicationBuilder app)
    {
        app.UseWhen(IsNavigation, pages => pages
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/not-found", "?code={0}", createScopeForStatusCodePages: true));
        app.UseWhen(context => !IsNavigation(context), programs => programs.UseExceptionHandler());
    }

    // A refused form post stays refused: run again as a page it would only fail its antiforgery check once more.
    private static bool IsNavigation(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
