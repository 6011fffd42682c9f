using AuditDashboard.Foundation;

namespace AuditDashboard.Events.Log;

internal static class Refusals
{
    public static readonly Refusal Busy = new("busy");
    public static readonly Refusal Storage = new("storage");
    public static readonly Refusal Failed = new("internal");
}
