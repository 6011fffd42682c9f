using AuditDashboard.Exports.Formats;
using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Writing;

/// <summary>What is to be written.</summary>
/// <param name="What">events | sessions | bookings</param>
internal sealed record ExportOrder(string What, ExportFormat Format, ExportFilter Filter)
{
    public static readonly IReadOnlyList<string> Whats = ["events", "sessions", "bookings"];
}
