using Scalar.AspNetCore;

namespace AuditDashboard.Shell;

/// <summary>The page a bot's author reads and tries the HTTP interface on: <c>/openapi/v1.json</c> made readable, nothing fetched from outside (http-api.md section 3).</summary>
internal static class ApiReference
{
    public static void Map(WebApplication app) => app.MapScalarApiReference("/scalar", (options, context) =>
    {
        options.Title = "AuditDashboard API";
        options.OpenApiRoutePattern = "/openapi/v1.json";
        options.Nonce = SecurityHeaders.NonceOf(context);
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
    }).AllowAnonymous();
}
