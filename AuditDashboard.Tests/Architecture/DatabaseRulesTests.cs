using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class DatabaseRulesTests
{
    [Fact]
    public void Only_storage_knows_the_database_product() => Verdict.IsClean(Repository.Application.SelectMany(DatabaseRules.Broken));

    [Fact]
    public void Every_exception_is_still_needed_and_says_why()
    {
        Assert.DoesNotContain(DatabaseRules.Exceptions.Keys, path => !Repository.Exists(path));
        Assert.DoesNotContain(DatabaseRules.Exceptions.Values, reason => reason.Length < 20);
    }

    [Theory]
    [InlineData("using Microsoft.Data.Sqlite;")]
    [InlineData("class X { void Run(Options o) => o.UseSqlite(\"x\"); }")]
    [InlineData("class X { object Run(Set s) => s.FromSqlRaw(\"x\"); }")]
    [InlineData("class X { string Q = \"select count(*) from events\"; }")]
    [InlineData("class X { string Q(string table) => $\"DELETE FROM {table} where id = 1\"; }")]
    [InlineData("class X { string Q = \"\"\"\n    insert or ignore into events\n    values (1)\n    \"\"\"; }")]
    [InlineData("class X { string Q = \"PRAGMA journal_mode\"; }")]
    public void The_product_and_its_language_are_refused_elsewhere(string code) =>
        Assert.NotEmpty(DatabaseRules.Broken(new SourceFile("AuditDashboard/Kpi/Tiles/X.cs", code)));

    [Theory]
    [InlineData("class X { string T = \"Select a branch to see its numbers\"; }")]
    [InlineData("class X { string T = \"update your key\"; }")]
    [InlineData("class X { /* select it from the list */ }")]
    public void Ordinary_words_pass(string code) => Assert.Empty(DatabaseRules.Broken(new SourceFile("AuditDashboard/Kpi/Tiles/X.cs", code)));

    [Fact]
    public void Storage_may() => Assert.Empty(DatabaseRules.Broken(new SourceFile("AuditDashboard/Storage/X.cs", "using Microsoft.Data.Sqlite;")));
}
