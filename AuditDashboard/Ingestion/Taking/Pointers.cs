namespace AuditDashboard.Ingestion.Taking;

/// <summary>Problems are found in our own JSON; the sender looks for them in the envelope.</summary>
internal static class Pointers
{
    private static readonly string[] Attributes = ["/id", "/type", "/time"];

    public static IReadOnlyDictionary<string, string[]> Place(IReadOnlyDictionary<string, string[]> problems, string membersAt) =>
        membersAt.Length == 0
            ? problems
            : problems.ToDictionary(problem => Attributes.Contains(problem.Key) || problem.Key.Length == 0 ? problem.Key : membersAt + problem.Key, problem => problem.Value);
}
