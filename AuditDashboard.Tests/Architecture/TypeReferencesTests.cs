using AuditDashboard.Tests.Architecture.Examples;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>A rule is worth what its scanner sees.</summary>
public sealed class TypeReferencesTests
{
    private static readonly IReadOnlySet<(string From, string To)> Seen = TypeReferences.Of(typeof(TypeReferencesTests).Assembly);

    [Theory]
    [InlineData(typeof(SeenInAsync))]
    [InlineData(typeof(SeenInLambda))]
    [InlineData(typeof(SeenInIterator))]
    [InlineData(typeof(SeenInGeneric))]
    [InlineData(typeof(SeenAsConstraint))]
    [InlineData(typeof(SeenAsAttribute))]
    [InlineData(typeof(SeenAsArgument))]
    internal void The_scanner_sees_into_async_methods_lambdas_iterators_generics_and_attributes(Type mentioned) =>
        Assert.Contains((typeof(Onlooker<>).FullName!, mentioned.FullName!), Seen);

    [Fact]
    public void The_scanner_sees_into_razor_markup() => Assert.Contains((typeof(OnlookerPart).FullName!, typeof(SeenInMarkup).FullName!), Seen);

    [Fact]
    public void The_scanner_reads_the_application()
    {
        var application = TypeReferences.Of(typeof(Program).Assembly);

        Assert.Contains((".Program", "AuditDashboard.Events.EventsModule"), application);
        Assert.Contains(("AuditDashboard.Events.Log.EventWriter", "AuditDashboard.Storage.WriteGate"), application);
    }
}
