using System.Text.RegularExpressions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Settings.Salon;

/// <summary>What an organization must look like.</summary>
internal static partial class SalonRules
{
    public const int LongestName = 120;

    /// <summary>
    /// Refusals: <c>name.missing</c>, <c>name.long</c>, <c>zone.unknown</c>, <c>branch.code</c>, <c>branch.name</c>, <c>branch.zone</c>,
    /// <c>branch.repeated</c>; those of a branch carry its code.
    /// </summary>
    public static Refusal? Judge(SalonSettings salon) => salon switch
    {
        _ when string.IsNullOrWhiteSpace(salon.Name) => new Refusal("name.missing"),
        _ when salon.Name.Length > LongestName => new Refusal("name.long", LongestName),
        _ when !IsZone(salon.TimeZone) => new Refusal("zone.unknown", salon.TimeZone),
        _ => salon.Branches.Select(Judge).FirstOrDefault(refusal => refusal is not null) ?? Repeated(salon.Branches),
    };

    /// <summary>A zone by its IANA name.</summary>
    public static bool IsZone(string? id) =>
        !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;

    public static bool IsCode(string code) => CodeForm().IsMatch(code);

    private static Refusal? Judge(SalonSettings.Branch branch) => branch switch
    {
        _ when !IsCode(branch.Code) => new Refusal("branch.code", branch.Code),
        _ when string.IsNullOrWhiteSpace(branch.Name) || branch.Name.Length > LongestName => new Refusal("branch.name", branch.Code),
        { TimeZone: { } zone } when !IsZone(zone) => new Refusal("branch.zone", branch.Code),
        _ => null,
    };

    private static Refusal? Repeated(IReadOnlyList<SalonSettings.Branch> branches) =>
        branches.GroupBy(branch => branch.Code, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? new Refusal("branch.repeated", twice.Key)
            : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodeForm();
}
