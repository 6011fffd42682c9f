namespace AuditDashboard.Notices.Outbox;

/// <summary>What bots are told (http-api.md section 6).</summary>
internal static class NoticeKinds
{
    public const string Checkpoint = "log.checkpoint";
    public const string Erased = "client.erased";
    public const string Ping = "ping";
}
