namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The portal as it stands, from memory.</summary>
internal sealed record ConnectedPortal(WebhookAddress Address, PortalSettings Settings, PortalFacts Facts)
{
    public string? Blocked { get; init; }

    public string? BlockedWords { get; init; }

    public DateTimeOffset? ProbeAt { get; init; }

    public DateTimeOffset? PreparedAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? Cursor { get; init; }

    public DateTimeOffset? ReconciledAt { get; init; }

    public string? MovedFrom { get; init; }

    /// <summary>What new leads become: 1 a lead, 2 a deal with a contact.</summary>
    public bool Wants(int entityTypeId) => entityTypeId == (Settings.Target == "deal" || (Settings.Target == "auto" && Facts.Mode == 2) ? 2 : 1);
}
