namespace AuditDashboard.Demo.Loading;

/// <summary>The short form on the command line: <c>--demo</c> and <c>--demo=tiny</c> stand for <c>--Provisioning:Demo=…</c>.</summary>
internal static class DemoArguments
{
    private const string Short = "--demo";

    public static string[] Spell(string[] arguments) => Array.ConvertAll(arguments, argument => argument switch
    {
        Short => $"--{DemoOptions.Section}:Demo=demo",
        _ when argument.StartsWith($"{Short}=", StringComparison.Ordinal) => $"--{DemoOptions.Section}:Demo={argument[(Short.Length + 1)..]}",
        _ => argument,
    });
}
