using AuditDashboard.Tests.Architecture.Examples.Wrong;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class InjectionRulesTests
{
    private static readonly Type[] Application = typeof(Program).Assembly.GetTypes();
    private static readonly Type[] Examples = typeof(InjectionRulesTests).Assembly.GetTypes();

    [Fact]
    public void Nobody_is_given_a_context() => Verdict.IsClean(InjectionRules.InjectedContexts(Application));

    [Fact]
    public void Contexts_are_registered_by_factory_only() =>
        Assert.DoesNotContain(Repository.Application, file =>
            file.Text.Contains(".AddDbContext<", StringComparison.Ordinal) || file.Text.Contains(".AddDbContextPool<", StringComparison.Ordinal));

    [Fact]
    public void No_step_of_the_append_transaction_reaches_a_network() => Verdict.IsClean(InjectionRules.StepsOnTheNetwork(Application));

    [Theory]
    [InlineData(typeof(KeepsContext))]
    [InlineData(typeof(ContextPart))]
    internal void An_injected_context_is_refused(Type type) => Assert.Single(InjectionRules.InjectedContexts([type]));

    [Fact]
    public void The_factory_of_contexts_passes() => Assert.Empty(InjectionRules.InjectedContexts([typeof(AsksFactory)]));

    [Fact]
    public void A_step_that_reaches_a_network_through_others_is_refused() =>
        Assert.Equal(
            [$"{typeof(CallingStep).FullName} reaches a network: CallingStep -> Lazy`1 -> ICaller -> Caller -> HttpClient"],
            InjectionRules.StepsOnTheNetwork(Examples));
}
