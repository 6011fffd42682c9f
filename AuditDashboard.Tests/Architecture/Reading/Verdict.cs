namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>xunit shortens what it prints of a list; whoever broke a rule wants to read all of it.</summary>
internal static class Verdict
{
    public static void IsClean(IEnumerable<string> complaints)
    {
        var all = complaints.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} broken:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
        }
    }
}
