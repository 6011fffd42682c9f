using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class OptionsRulesTests
{
    private const string Options = "class PortOptions { public const string Section = \"Port\"; public int Number { get; set; } }";

    [Fact]
    public void All_options_are_bound_and_validated_at_the_start() => Verdict.IsClean(OptionsRules.Broken(Repository.Application));

    [Theory]
    [InlineData("")]
    [InlineData("services.AddOptions<PortOptions>().BindConfiguration(PortOptions.Section).ValidateDataAnnotations();")]
    [InlineData("services.AddOptions<PortOptions>().ValidateOnStart();")]
    [InlineData("services.AddOptions<PortOptions>().BindConfiguration(\"Port\"); other.ValidateOnStart();")]
    public void Options_that_are_not_checked_at_the_start_are_refused(string registration) =>
        Assert.Contains("PortOptions is not bound", Assert.Single(OptionsRules.Broken(Files(registration))), StringComparison.Ordinal);

    [Fact]
    public void A_second_way_in_past_the_validation_is_refused() =>
        Assert.Contains("goes past", Assert.Single(OptionsRules.Broken(Files(Sound + "services.Configure<PortOptions>(port => port.Number = 1);"))), StringComparison.Ordinal);

    [Fact]
    public void Bound_and_validated_options_pass() => Assert.Empty(OptionsRules.Broken(Files(Sound)));

    [Fact]
    public void A_section_that_only_one_reader_knows_is_no_options_class() =>
        Assert.Empty(OptionsRules.Broken([new("AuditDashboard/Kpi/Reader.cs", "static class Reader { private const string Section = \"Port\"; }")]));

    private const string Sound = "services.AddOptions<PortOptions>()\n.BindConfiguration(PortOptions.Section).ValidateDataAnnotations().ValidateOnStart();";

    private static SourceFile[] Files(string registration) =>
    [
        new("AuditDashboard/Kpi/PortOptions.cs", Options),
        new("AuditDashboard/Kpi/KpiModule.cs", $"class KpiModule {{ void Add() {{ {registration} }} }}"),
    ];
}
