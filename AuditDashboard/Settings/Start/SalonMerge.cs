namespace AuditDashboard.Settings.Start;

/// <summary>
/// Brings configuration and people together: what configuration changed since it was last applied is taken over, what a person changed since
/// then is kept, and where both did, the person wins.
/// </summary>
internal static class SalonMerge
{
    /// <param name="applied">What configuration asked for last time; null = never.</param>
    public static SalonSettings Merge(SalonSettings current, SalonSettings? applied, SalonSettings wanted)
    {
        if (applied is null && current.Name.Length == 0 && current.Branches.Count == 0)
        {
            return wanted;
        }

        var known = applied ?? current;
        return new SalonSettings(
            wanted.Name.Length > 0 ? Pick(current.Name, known.Name, wanted.Name) : current.Name,
            Pick(current.TimeZone, known.TimeZone, wanted.TimeZone),
            [.. current.Branches.Select(branch => Merge(branch, Of(known, branch.Code), Of(wanted, branch.Code))),
             .. wanted.Branches.Where(branch => Of(current, branch.Code) is null && Of(known, branch.Code) is null)]);
    }

    private static SalonSettings.Branch Merge(SalonSettings.Branch current, SalonSettings.Branch? applied, SalonSettings.Branch? wanted) =>
        applied is null || wanted is null
            ? current
            : current with { Name = Pick(current.Name, applied.Name, wanted.Name), TimeZone = Pick(current.TimeZone, applied.TimeZone, wanted.TimeZone) };

    private static T Pick<T>(T current, T applied, T wanted) => EqualityComparer<T>.Default.Equals(current, applied) ? wanted : current;

    private static SalonSettings.Branch? Of(SalonSettings salon, string code) => salon.Branches.FirstOrDefault(branch => branch.Code == code);
}
