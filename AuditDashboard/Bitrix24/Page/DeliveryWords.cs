using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Deliveries in words.</summary>
internal static class DeliveryWords
{
    private static readonly HashSet<string> Explained =
    [
        "gone", "uncertain", "stage.missing", "timeout", "cut", "odd", "unreachable", "certificate", "insufficient_scope", "ERROR_METHOD_NOT_FOUND", "ACCESS_DENIED", "OPERATION_TIME_LIMIT", "QUERY_LIMIT_EXCEEDED",
    ];

    public static string Event(IStringLocalizer text, string type) => text[$"Event_{type.Replace('.', '_')}"] is { ResourceNotFound: false } known ? known : type;

    public static string Target(IStringLocalizer text, DeliveryView delivery) => text[delivery.EntityTypeId == 2 ? "DealNumber" : "LeadNumber", delivery.PortalId ?? 0];

    /// <summary>What happened, and the portal's own code in small type for the support.</summary>
    public static string Error(IStringLocalizer text, DeliveryView delivery)
    {
        // Classic methods name no code.
        var code = delivery.Code is { Length: > 0 } named ? named : delivery.Words?.StartsWith("Access denied", StringComparison.OrdinalIgnoreCase) is true ? "ACCESS_DENIED" : "";
        var words = Explained.Contains(code) ? text[$"Error_{code.Replace('.', '_')}", delivery.Words ?? ""].Value : delivery.Words is { Length: > 0 } own ? text["Error_other", own].Value : text["Error_unknown"].Value;
        return code.Length == 0 ? words : $"{words} ({code})";
    }

    public static Tone ToneOf(string state) => state switch { "done" => Tone.Good, "dead" => Tone.Bad, "unknown" => Tone.Warn, _ => Tone.Flat };
}
