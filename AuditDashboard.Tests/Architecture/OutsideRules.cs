using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Pages load nothing from elsewhere: a salon's network may be closed, and nobody else needs to know who reads what.</summary>
internal static partial class OutsideRules
{
    /// <summary>Names of XML namespaces look like addresses; nothing is fetched from them.</summary>
    private static readonly string[] Namespaces = ["www.w3.org"];

    public static IEnumerable<string> Broken(SourceFile file) =>
        file.Path.Contains("LICENSE", StringComparison.OrdinalIgnoreCase)
            ? []
            : Addresses().Matches(file.Text).Where(match => !Namespaces.Contains(match.Groups["host"].Value))
                .Select(match => $"{file.Path}: {match.Value} is another host");

    [GeneratedRegex("""(https?:|wss?:|(?<=["'(]))//(?<host>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)""")]
    private static partial Regex Addresses();
}
