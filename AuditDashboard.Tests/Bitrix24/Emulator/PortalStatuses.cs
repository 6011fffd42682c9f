using System.Globalization;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>The dictionaries a new portal has (section 3.3).</summary>
internal static class PortalStatuses
{
    private static readonly (string Entity, string Id, string Name, string? Semantics)[] Rows =
    [
        ("STATUS", "NEW", "Не обработан", null), ("STATUS", "IN_PROCESS", "В работе", null), ("STATUS", "PROCESSED", "Обработан", null),
        ("STATUS", "CONVERTED", "Качественный лид", "S"), ("STATUS", "JUNK", "Некачественный лид", "F"),
        ("DEAL_STAGE", "NEW", "Новая", null), ("DEAL_STAGE", "PREPARATION", "Подготовка документов", null), ("DEAL_STAGE", "EXECUTING", "В работе", null),
        ("DEAL_STAGE", "WON", "Сделка успешна", "S"), ("DEAL_STAGE", "LOSE", "Сделка провалена", "F"),
        ("SOURCE", "CALL", "Звонок", null), ("SOURCE", "EMAIL", "Электронная почта", null), ("SOURCE", "WEB", "Веб-сайт", null), ("SOURCE", "ADVERTISING", "Реклама", null),
        ("SOURCE", "OTHER", "Другое", null),
    ];

    public static List<JsonObject> Default() =>
    [
        .. Rows.Select((row, index) => new JsonObject
        {
            ["ID"] = (100 + index).ToString(CultureInfo.InvariantCulture), ["ENTITY_ID"] = row.Entity, ["STATUS_ID"] = row.Id, ["NAME"] = row.Name,
            ["SORT"] = ((index + 1) * 10).ToString(CultureInfo.InvariantCulture), ["SYSTEM"] = "Y", ["COLOR"] = "#39A8EF", ["SEMANTICS"] = row.Semantics,
            ["EXTRA"] = new JsonObject { ["SEMANTICS"] = row.Semantics switch { "S" => "success", "F" => "failure", _ => "process" } },
        }),
    ];
}
