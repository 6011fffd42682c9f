namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>The checked-out sources the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "lib", "TestResults"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> ApplicationFiles = new(() => Read("AuditDashboard", ".cs"));
    private static readonly Lazy<IReadOnlyList<SourceFile>> RazorFiles = new(() => Read("AuditDashboard", ".razor"));
    private static readonly Lazy<IReadOnlyList<SourceFile>> TestFiles = new(() => Read("AuditDashboard.Tests", ".cs", ".razor"));

    public static string Root { get; } = FindRoot();

    /// <summary>All C# of the application, migrations included (rules leave out what is generated).</summary>
    public static IReadOnlyList<SourceFile> Application => ApplicationFiles.Value;

    public static IReadOnlyList<SourceFile> Razor => RazorFiles.Value;

    public static IReadOnlyList<SourceFile> Tests => TestFiles.Value;

    public static IReadOnlyList<SourceFile> Read(string folder, params string[] endings) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.Split('/').Any(NotOurs.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AuditDashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests read the sources: run them inside the repository.");
    }
}
