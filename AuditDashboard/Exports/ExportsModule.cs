using AuditDashboard.Exports.Api;
using AuditDashboard.Exports.Writing;

namespace AuditDashboard.Exports;

/// <summary>Taking lists out of the application as files.</summary>
public static class ExportsModule
{
    public static IHostApplicationBuilder AddExports(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<WriteExport>().AddSingleton<NoteExport>();
        return host;
    }

    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder routes)
    {
        ExportEndpoint.Map(routes);
        return routes;
    }
}
