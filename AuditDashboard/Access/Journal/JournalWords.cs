using AuditDashboard.Access.People;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.Journal;

/// <summary>Actions in the viewer's words. One that has none yet (a newer part of the application) shows as it was written.</summary>
internal static class JournalWords
{
    /// <summary>First parts of actions, as the filter offers them.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "dialog", "phone", "signed", "signin", "code", "password", "person", "apikey", "settings", "export", "log", "release", "client", "endpoint", "booking", "task", "calendar", "digest",
        "access", "dialogs", "erasure", "retention", "hold", "dossier", "request", "quarantine", "backup", "slot", "consent", "complaint", "escalation",
    ];

    public static string Of(IStringLocalizer<AccessText> text, string action)
    {
        var words = text[$"Action_{action.Replace('.', '_')}"];
        return words.ResourceNotFound ? action : words;
    }

    /// <summary>The typed reason; where an action names a role instead, the role's word.</summary>
    public static string? Reason(IStringLocalizer<AccessText> text, JournalLine line) =>
        line.Action.StartsWith("person.", StringComparison.Ordinal) && Roles.All.Contains(line.Reason ?? "") ? text[$"Role_{line.Reason}"] : line.Reason;
}
