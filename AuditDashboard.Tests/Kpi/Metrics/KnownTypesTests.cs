using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>K19 looks for what bots call by a name of their own; what the application itself tells a dialog is no flaw of theirs.</summary>
public sealed class KnownTypesTests
{
    [Theory]
    [InlineData("lead.linked", true)]
    [InlineData("lead.changed", true)]
    [InlineData("client.erased", true)]
    [InlineData("hold.placed", true)]
    [InlineData("message.received", true)]
    [InlineData("lead.lost", false)]
    [InlineData("loyalty.points_added", false)]
    public void What_the_contract_names_and_what_we_write_ourselves_is_known(string type, bool known) => Assert.Equal(known, KnownTypes.Has(type));
}
