using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Foundation;

/// <summary>The configuration cannot be used. The message is one line for the operator; it names the setting and never its secret value.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Says what it is, as Refusal does.")]
public sealed class ConfigurationProblem(string message) : Exception(message)
{
    /// <summary>EX_CONFIG of sysexits.h: a supervisor need not restart what cannot start.</summary>
    public static readonly int ExitCode = 78;

    /// <summary>The line for the operator when <paramref name="exception"/> says that the configuration is unusable, else null.</summary>
    public static string? LineOf(Exception exception) => exception switch
    {
        ConfigurationProblem problem => problem.Message,
        OptionsValidationException invalid => string.Join("; ", invalid.Failures),
        AggregateException { InnerExceptions: [var first, ..] } => LineOf(first),
        _ => null,
    };
}
