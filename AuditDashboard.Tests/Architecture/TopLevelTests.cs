using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>The top of the repository stays a short list.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Listed =
    [
        "AuditDashboard", "AuditDashboard.Tests", "AuditDashboard.sln", "appsettings.json", "README.md", "Dockerfile", "LICENSE", "SECURITY.md",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt",
    ];

    /// <summary>Made by running and testing; in .gitignore.</summary>
    private static readonly string[] Ignored = ["data", "TestResults", "bin", "obj"];

    [Fact]
    public void Nothing_unlisted_lies_at_the_top() =>
        Verdict.IsClean(Unlisted(Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path))));

    [Fact]
    public void What_the_list_promises_is_there() => Assert.All(Listed, name => Assert.True(Repository.Exists(name), name));

    [Fact]
    public void The_solution_holds_each_project_once()
    {
        var names = Repository.Text("AuditDashboard.sln").Split('\n').Where(line => line.StartsWith("Project(", StringComparison.Ordinal)).Select(line => line.Split('"')[3]);

        Assert.Equal(["AuditDashboard", "AuditDashboard.Benchmarks", "AuditDashboard.Tests"], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("notes.md")]
    [InlineData("docs")]
    public void An_unlisted_entry_is_seen(string name) => Assert.Equal([name], Unlisted([name, ".ci", "README.md", "data"]));

    private static IEnumerable<string> Unlisted(IEnumerable<string> names) => names.Where(name => !name.StartsWith('.') && !Listed.Contains(name) && !Ignored.Contains(name));
}
