using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AuditDashboard.Events;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed partial class ReadmeTests
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string Readme = Repository.Text("README.md");

    [Fact]
    public void Links_and_paths_lead_somewhere() => Verdict.IsClean(ReadmeRules.BrokenLinks(Readme).Concat(ReadmeRules.BrokenPaths(Readme)));

    [Fact]
    public void The_two_commands_a_newcomer_types_stand_there()
    {
        Assert.Contains("dotnet run --project AuditDashboard -- --demo", ReadmeRules.Commands(Readme));
        Assert.Contains(".ci/test", ReadmeRules.Commands(Readme));
    }

    [Theory]
    [InlineData(".ci/test")]
    [InlineData(".ci/run")]
    public void The_commands_can_be_run(string path)
    {
        Assert.StartsWith("#!/bin/sh\n", Repository.Text(path), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.Combine(Repository.Root, path)) & Executable) == Executable, $"{path} is not executable");
    }

    [Fact]
    public void What_a_fresh_clone_is_judged_by_is_the_readmes_own_command() => Assert.EndsWith("exec .ci/test\n", Repository.Text(".ci/run"), StringComparison.Ordinal);

    [Fact]
    public void The_event_of_the_readme_is_a_good_one()
    {
        var json = CurlBody().Match(Readme).Groups[1].Value.Replace("'\"$now\"'", "2026-11-22T10:00:00Z", StringComparison.Ordinal);

        Assert.NotNull(EventJudge.Judge(Encoding.UTF8.GetBytes(json), out _));
    }

    [Fact]
    public void Every_package_is_named_with_its_licence_and_reason()
    {
        string[] projects = ["Directory.Build.props", "AuditDashboard/AuditDashboard.csproj", "AuditDashboard.Tests/AuditDashboard.Tests.csproj"];
        var packages = projects.SelectMany(path => XDocument.Parse(Repository.Text(path)).Descendants("PackageReference")).Select(reference => (string)reference.Attribute("Include")!);
        using var npm = JsonDocument.Parse(Repository.Text("AuditDashboard/package.json"));
        var scripts = npm.RootElement.GetProperty("dependencies").EnumerateObject().Select(dependency => dependency.Name);

        Verdict.IsClean(packages.Concat(scripts).Where(name => !Readme.Contains($"`{name}`", StringComparison.Ordinal)).Select(name => $"{name} is not in \"What others made\""));
    }

    [Theory]
    [InlineData("[a](AuditDashboard/Nowhere.cs)")]
    [InlineData("[a](#nowhere)\n# Somewhere")]
    public void A_link_that_leads_nowhere_is_seen(string markdown) => Assert.Single(ReadmeRules.BrokenLinks(markdown));

    [Fact]
    public void A_path_that_does_not_exist_is_seen() => Assert.Single(ReadmeRules.BrokenPaths("run `.ci/nothing`, then `AuditDashboard.Tests/Architecture`"));

    [Fact]
    public void A_link_that_leads_somewhere_passes() => Assert.Empty(ReadmeRules.BrokenLinks("[a](#some-where) [b](README.md) [c](https://example.com)\n## Some where"));

    [GeneratedRegex(@"-d '(\{.*\})'")]
    private static partial Regex CurlBody();
}
