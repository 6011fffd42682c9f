namespace AuditDashboard.Channels.Connect;

/// <summary>Ready programs that send one trial event through the events API or a signed webhook. <c>data.test</c> keeps it out of the numbers.</summary>
internal static class Snippets
{
    public static readonly string Curl = "curl";
    public static readonly string Python = "Python";
    public static readonly string Node = "Node";
    public static readonly string Sharp = "C#";

    public static readonly IReadOnlyList<string> Tongues = [Curl, Python, Node, Sharp];

    /// <param name="secret">The key or the endpoint's secret.</param>
    /// <param name="text">The words of the trial message.</param>
    public static string Of(string kind, string tongue, string address, string secret, string text)
    {
        var template = kind == Connection.ByKey ? KeySnippets.In(tongue) : SignedSnippets.In(tongue);
        return template.Replace("{ADDRESS}", address, StringComparison.Ordinal).Replace("{SECRET}", secret, StringComparison.Ordinal)
            .Replace("{TEXT}", text, StringComparison.Ordinal);
    }
}
