using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace AuditDashboard.Shell;

/// <summary>For supervisors and probes: <c>/health/live</c> = the process answers, <c>/health/ready</c> = it can store.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
