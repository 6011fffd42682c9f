using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>
/// What a lost stage says beyond "lost", by the name its owner gave it: no lead at all (<c>data.exclude</c>, kpi-notes.md section 4), or why it was lost
/// (<c>data.reason</c>, product.md section 3.12). A name that says neither says nothing: "poor lead" alone takes none out of the conversion. Pure.
/// </summary>
internal static class StageMeaning
{
    private static readonly (string Part, string? Exclude, string? Reason)[] Words =
    [
        ("спам", "spam", null), ("spam", "spam", null), ("тест", "test", null), ("не туда", "wrong_number", null), ("ошиб", "wrong_number", null), ("wrong number", "wrong_number", null),
        ("уже записан", "existing_booking", null), ("сотрудник", "staff", null), ("staff", "staff", null),
        ("дорого", null, "price"), ("цена", null, "price"), ("expensive", null, "price"), ("нет времени", null, "no_slot"), ("нет мест", null, "no_slot"), ("no slots", null, "no_slot"),
        ("отказ", null, "declined"), ("передумал", null, "declined"), ("declined", null, "declined"),
    ];

    /// <param name="entityTypeId">1 lead, 2 deal.</param>
    public static (string? Exclude, string? Reason) Of(PortalFacts facts, int entityTypeId, string? stageId)
    {
        var name = facts.StagesOf(entityTypeId).FirstOrDefault(stage => stage.Id == stageId)?.Name;
        var found = name is null ? default : Array.Find(Words, word => name.Contains(word.Part, StringComparison.OrdinalIgnoreCase));
        return (found.Exclude, found.Reason);
    }
}
