using AuditDashboard.Settings.Salon;
using AuditDashboard.Settings.Store;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Settings.Start;

/// <summary>The organization that configuration asks for (http-api.md section 1, <c>Provisioning:Organization</c> and <c>:Branches</c>).</summary>
internal sealed class SalonProvisioning
{
    public const string Section = "Provisioning";

    public Salon Organization { get; set; } = new();

    public List<Branch> Branches { get; set; } = [];

    public bool IsEmpty => Organization is { Name: "", TimeZone: null } && Branches.Count == 0;

    public SalonSettings Wanted => new(
        Organization.Name, Organization.TimeZone ?? SettingsStore.DefaultTimeZone,
        [.. Branches.Select(branch => new SalonSettings.Branch(branch.Code, branch.Name.Length == 0 ? branch.Code : branch.Name, branch.TimeZone))]);

    internal sealed class Salon
    {
        public string Name { get; set; } = "";

        public string? TimeZone { get; set; }
    }

    internal sealed class Branch
    {
        public string Code { get; set; } = "";

        public string Name { get; set; } = "";

        public string? TimeZone { get; set; }
    }

    internal sealed class Validator : IValidateOptions<SalonProvisioning>
    {
        public ValidateOptionsResult Validate(string? name, SalonProvisioning options)
        {
            List<string> problems = [];
            if (options.Organization.TimeZone is { } zone && !SalonRules.IsZone(zone))
            {
                problems.Add($"Provisioning:Organization:TimeZone must be an IANA time zone, not {zone}");
            }

            foreach (var (index, branch) in options.Branches.Index())
            {
                problems.AddRange(Judge($"Provisioning:Branches:{index}", branch, options.Branches.Take(index)));
            }

            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }

        private static IEnumerable<string> Judge(string setting, Branch branch, IEnumerable<Branch> earlier)
        {
            if (!SalonRules.IsCode(branch.Code))
            {
                yield return $"{setting}:Code must have 1 to 64 characters of A-Z, a-z, 0-9, _, . and -";
            }

            if (earlier.Any(other => other.Code == branch.Code))
            {
                yield return $"{setting}:Code repeats an earlier one";
            }

            if (branch.TimeZone is { } zone && !SalonRules.IsZone(zone))
            {
                yield return $"{setting}:TimeZone must be an IANA time zone, not {zone}";
            }
        }
    }
}
