using AuditDashboard.Foundation;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ui;

/// <summary>A refusal in the viewer's words: the key is <c>Refusal_</c> and its code, with <c>_</c> for a dot.</summary>
public static class RefusalWords
{
    public static string Of(IStringLocalizer words, Refusal refusal) =>
        words[$"Refusal_{refusal.Code.Replace('.', '_')}", refusal.Arguments];
}
