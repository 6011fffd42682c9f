using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Retention.Runs;

/// <summary>What every deletion needs.</summary>
internal sealed record PurgeTools(PurgeTurn Turn, PurgeWriter Writer, DatabaseCleaning Cleaning, IEventLog Log, NameLeaves Naming, Pulse<RetentionChanged> Changed);
