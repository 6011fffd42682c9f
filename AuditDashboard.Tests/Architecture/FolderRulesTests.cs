using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class FolderRulesTests
{
    [Fact]
    public void Every_import_between_folders_is_in_the_table_and_goes_through_a_door() =>
        Verdict.IsClean(TypeReferences.Of(typeof(Program).Assembly).Select(pair => FolderRules.Broken(pair.From, pair.To)).OfType<string>());

    [Fact]
    public void Every_folder_of_the_application_has_a_row_in_the_table() =>
        Verdict.IsClean(Repository.Application.Concat(Repository.Razor)
            .Select(file => file.Capability).Where(folder => folder.Length > 0 && !FolderRules.MayImport.ContainsKey(folder)));

    [Fact]
    public void The_table_has_no_circle() => Assert.Empty(FolderRules.Circle(FolderRules.MayImport));

    [Fact]
    public void Nobody_imports_the_frame_or_what_only_looks_on()
    {
        string[] leaves = ["Shell", "Demo", "Replay", "Exports", "Backups", "Retention"];

        Assert.Empty(FolderRules.MayImport.Values.SelectMany(allowed => allowed).Intersect(leaves));
    }

    [Theory]
    [InlineData("AuditDashboard.Events.Log.EventLog", "AuditDashboard.Kpi.KpiChanged", "may not import")]
    [InlineData("AuditDashboard.Storage.WriteGate", "AuditDashboard.Events.IEventLog", "may not import")]
    [InlineData("AuditDashboard.Kpi.Rollup.KpiProjector", "AuditDashboard.Events.Log.EventRow", "keeps that type to itself")]
    [InlineData("AuditDashboard.Unlisted.Thing", "AuditDashboard.Events.IEventLog", "may not import")]
    [InlineData(".Program", "AuditDashboard.Events.Log.EventWriter", "keeps that type to itself")]
    public void A_wrong_import_is_refused(string from, string to, string reason) =>
        Assert.Contains(reason, FolderRules.Broken(from, to), StringComparison.Ordinal);

    [Theory]
    [InlineData("AuditDashboard.Kpi.Tiles.OverviewPage", "AuditDashboard.Conversations.ISessions")]
    [InlineData("AuditDashboard.Events.Log.EventWriter", "AuditDashboard.Storage.Rows.Statement")]
    [InlineData("AuditDashboard.Events.Log.EventWriter", "AuditDashboard.Events.Parsing.StrictJson")]
    [InlineData(".Program", "AuditDashboard.Events.EventsModule")]
    public void A_right_import_passes(string from, string to) => Assert.Null(FolderRules.Broken(from, to));

    [Fact]
    public void A_circle_is_seen() =>
        Assert.Equal(["A", "B", "C"], FolderRules.Circle(new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A", "D"], ["D"] = [] }).Order());
}
