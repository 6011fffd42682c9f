using AuditDashboard.Conversations;
using AuditDashboard.Foundation;

namespace AuditDashboard.Tests.Replay;

/// <summary>Sessions to start from: <c>Summaries.Of(1) with { … }</c>.</summary>
internal static class Summaries
{
    public static SessionSummary Of(int number) => new(
        Id(number), "salon", $"key-{number}", Talk.Client, $"Клиент {number}", "tg:700000101", "+79000000142", "telegram", "center",
        Talk.Start.AddMinutes(-number), Talk.Start.AddMinutes(-number), null, 4, "Можно на субботу?", "booking.create", "booked", 1400, 0,
        HasHuman: false, Escalated: false, Complaint: false, LeadId: null, LeadBitrix24: null);

    public static SessionId Id(int number) => number == 1
        ? Talk.Session
        : new(Guid.Parse($"01935000-0000-7000-8000-{number:x12}"));
}
