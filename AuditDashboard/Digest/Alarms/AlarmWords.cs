using AuditDashboard.Digest.Chats;
using AuditDashboard.Ui;

namespace AuditDashboard.Digest.Alarms;

/// <summary>What has begun and what is over, in one message.</summary>
internal static class AlarmWords
{
    /// <param name="address">Of the application; null = not known, and nothing is linked.</param>
    public static string Of(string language, IReadOnlyList<Attention> begun, IReadOnlyList<AlarmRow> over, string? address) => string.Join('\n',
    [
        .. begun.Select(item => Speech.SayIn(language, "AlarmBegun", item.Title, AlarmEdges.Urgent(item), item.Detail) + (address is null ? "" : $"\n{address}/{item.Href}")),
        .. over.Select(row => Speech.SayIn(language, "AlarmOver", row.In(language))),
    ]);
}
