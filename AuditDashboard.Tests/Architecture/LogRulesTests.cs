using AuditDashboard.Tests.Architecture.Examples;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class LogRulesTests
{
    [Fact]
    public void Every_message_has_an_id_of_its_own_out_of_its_capabilitys_hundred() =>
        Verdict.IsClean(LogRules.Broken([.. LogRules.MessagesOf(typeof(Program).Assembly.GetTypes())]));

    [Fact]
    public void Messages_are_private_partial_methods_at_the_bottom_of_their_class() =>
        Verdict.IsClean(Repository.Application.SelectMany(LogRules.OutOfPlace));

    [Fact]
    public void Every_folder_has_a_hundred_ids() =>
        Assert.Equal(FolderRules.MayImport.Keys.Order(), LogRules.FirstId.Keys.Order());

    [Fact]
    public void The_scanner_finds_messages() =>
        Assert.Equal(
            [new LogRules.Message($"{typeof(Talker).FullName}.LogCounted", "Tests", 7, "Counted {Count}")],
            LogRules.MessagesOf([typeof(Talker)]));

    [Theory]
    [InlineData("Kpi", 2999)]
    [InlineData("Kpi", 3100)]
    [InlineData("Unlisted", 3000)]
    public void An_id_of_somebody_else_is_refused(string capability, int id) => Assert.Single(LogRules.Broken([new("X.LogIt", capability, id, "")]));

    [Fact]
    public void An_id_used_twice_is_refused() =>
        Assert.Contains("X.LogA, X.LogB", Assert.Single(LogRules.Broken([new("X.LogA", "Kpi", 3001, ""), new("X.LogB", "Kpi", 3001, "")])), StringComparison.Ordinal);

    [Theory]
    [InlineData("Client wrote {Text}")]
    [InlineData("Called {Phone:000}")]
    public void What_a_client_said_or_is_does_not_belong_in_a_log(string words) => Assert.Single(LogRules.Broken([new("X.LogIt", "Kpi", 3001, words)]));

    [Theory]
    [InlineData("class X { [LoggerMessage(EventId = 1)] private partial void LogIt(); void After() { } }")]
    [InlineData("class X { [LoggerMessage(EventId = 1)] public static partial void LogIt(); }")]
    [InlineData("class X { void Run() { logger.LogWarning(\"loose\"); } }")]
    public void A_message_out_of_place_is_refused(string code) => Assert.Single(LogRules.OutOfPlace(new SourceFile("AuditDashboard/Kpi/X.cs", code)));

    [Fact]
    public void A_message_in_its_place_passes() =>
        Assert.Empty(LogRules.OutOfPlace(new SourceFile("AuditDashboard/Kpi/X.cs", "class X { void Run() => LogIt(); [LoggerMessage(EventId = 1)] private partial void LogIt(); }")));
}
