namespace AuditDashboard.Access.People;

/// <summary>Short lists of codes kept in one column.</summary>
internal static class CodeList
{
    public static string Join(IEnumerable<string> codes) => string.Join(',', codes);

    public static string[] Split(string joined) => joined.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
