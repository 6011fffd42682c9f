using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Incoming;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>What a walk through the outbox works with.</summary>
internal sealed record OutboxWork(OutboxQueue Queue, CallLimits Limits, CallJournal Journal, FetchChanges Fetch);
