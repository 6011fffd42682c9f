using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.People;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.Provisioning;

/// <summary>Names the setting that is wrong, by its full name, and never its value where that is a secret.</summary>
internal sealed class AccessProvisioningValidator : IValidateOptions<AccessProvisioning>
{
    public ValidateOptionsResult Validate(string? name, AccessProvisioning options)
    {
        List<string> problems = [.. options.Users.SelectMany(Judge), .. options.ApiKeys.SelectMany(Judge)];
        problems.AddRange(Repeats(options.Users, user => user.Email.ToUpperInvariant(), "Users", "Email"));
        problems.AddRange(Repeats(options.ApiKeys, key => key.Key, "ApiKeys", "Key"));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Judge(AccessProvisioning.User user, int index)
    {
        var setting = $"Provisioning:Users:{index}";
        if (PersonRules.JudgeEmail(user.Email) is not null)
        {
            yield return $"{setting}:Email must be an e-mail address";
        }

        if (PersonRules.JudgePassword(user.Password, PersonRules.ShortestProvisioned) is not null)
        {
            yield return $"{setting}:Password must have {PersonRules.ShortestProvisioned} to {PersonRules.Longest} characters";
        }

        if (PersonRules.JudgeRole(user.Role) is not null)
        {
            yield return $"{setting}:Role must be {string.Join(", ", Roles.All)}";
        }
    }

    private static IEnumerable<string> Judge(AccessProvisioning.ApiKey key, int index)
    {
        var setting = $"Provisioning:ApiKeys:{index}";
        if (key.Key.Length < KeyForm.ShortestProvisioned || !KeyForm.IsAllowed(key.Key))
        {
            yield return $"{setting}:Key must have {KeyForm.ShortestProvisioned} to {KeyForm.LongestKey} characters of A-Z, a-z, 0-9, _ and -";
        }

        switch (key.Wanted.Judge())
        {
            case { Code: "scopes.missing" }:
                yield return $"{setting}:Scopes must name one or more of {string.Join(", ", KeyScopes.All)}";
                break;
            case { }:
                yield return $"{setting}:Bot must have 1 to 64 characters of A-Z, a-z, 0-9, _, . and -, and not be {NewApiKey.OwnBot}";
                break;
        }
    }

    private static IEnumerable<string> Repeats<T>(IReadOnlyList<T> items, Func<T, string> value, string list, string member) =>
        items.Select((item, index) => (Value: value(item), index)).GroupBy(item => item.Value, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1)).Select(item => $"Provisioning:{list}:{item.index}:{member} repeats an earlier one");
}
