using AuditDashboard.Tests.Architecture.Examples.Wrong;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class TypeRulesTests
{
    private static readonly Type[] Application = typeof(Program).Assembly.GetTypes();

    [Fact]
    public void Every_class_is_sealed() =>
        Verdict.IsClean(TypeRules.NotSealed(Application, Repository.Razor
            .Where(markup => RazorFile.CodeBehindOf(markup, Repository.Application) is not null).Select(markup => markup.Name).ToHashSet()));

    [Fact]
    public void Only_doors_open_folders_and_pages_are_public() => Verdict.IsClean(TypeRules.PublicInside(Application));

    [Fact]
    public void Rows_are_internal_and_sealed_and_lie_in_sub_folders() => Verdict.IsClean(TypeRules.LooseRows(Application));

    [Fact]
    public void Every_table_is_a_row() => Verdict.IsClean(TypeRules.EntitiesThatAreNoRows(Application));

    [Fact]
    public void No_name_is_empty_talk() => Verdict.IsClean(TypeRules.EmptyNames(Application));

    [Fact]
    public void An_open_class_is_refused() => Assert.Single(TypeRules.NotSealed([typeof(OpenClass)], new HashSet<string>()));

    [Fact]
    public void A_class_that_another_extends_passes() => Assert.Empty(TypeRules.NotSealed([typeof(OpenClass), typeof(Extension)], new HashSet<string>()));

    [Fact]
    public void A_component_with_code_behind_is_sealed_there()
    {
        Assert.Empty(TypeRules.NotSealed([typeof(OpenPart)], new HashSet<string>()));
        Assert.Single(TypeRules.NotSealed([typeof(OpenPart)], new HashSet<string> { nameof(OpenPart) }));
    }

    [Fact]
    public void A_public_class_inside_is_refused() => Assert.Single(TypeRules.PublicInside([typeof(OpenClass)]));

    [Fact]
    public void What_a_components_parameters_carry_may_be_public() => Assert.Empty(TypeRules.PublicInside([typeof(OpenClass), typeof(CarryingPart)]));

    [Theory]
    [InlineData(typeof(PublicRow))]
    [InlineData(typeof(OpenRow))]
    internal void A_row_that_others_could_touch_is_refused(Type row) => Assert.Single(TypeRules.LooseRows([row]));

    [Fact]
    public void A_proper_row_passes() => Assert.Empty(TypeRules.LooseRows([typeof(ProperRow)]));

    [Fact]
    public void A_table_by_another_name_is_refused() => Assert.Contains("Visit is a table", Assert.Single(TypeRules.EntitiesThatAreNoRows([typeof(VisitMap)])), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(VisitManager))]
    [InlineData(typeof(VisitService))]
    [InlineData(typeof(VisitInfo<int>))]
    internal void Empty_talk_is_refused(Type type) => Assert.Single(TypeRules.EmptyNames([type]));

    [Fact]
    public void A_hosted_service_may_say_so() => Assert.Empty(TypeRules.EmptyNames([typeof(SweepingService)]));
}
