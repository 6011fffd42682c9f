namespace AuditDashboard.Shell;

/// <summary>What we ship that others made. Licence files are copied beside the assets by the build.</summary>
internal sealed record Notice(string Name, string Version, string License, string? File = null);

/// <summary>The list of the licences page.</summary>
internal static class Notices
{
    public static readonly IReadOnlyList<Notice> All =
    [
        new(".NET, ASP.NET Core, Blazor, EF Core", "10", "MIT"),
        new("MudBlazor", "9.12.0", "MIT"),
        new("Material Symbols (MudBlazor)", "—", "Apache-2.0"),
        new("ApexCharts", "4.7.0", "MIT", "lib/apexcharts/LICENSE.txt"),
        new("SVG.js (ApexCharts)", "3.2.8", "MIT"),
        new("monotone-cubic-spline (ApexCharts)", "1.0.3", "MIT"),
        new("Inter", "5.3.0", "OFL-1.1", "lib/inter/LICENSE.txt"),
        new("SQLite", "3", "Public domain"),
        new("SQLitePCLRaw", "3.0.5", "Apache-2.0"),
        new("libphonenumber-csharp", "9.0.43", "Apache-2.0"),
    ];
}
