namespace AuditDashboard.Channels.Bitrix24;

/// <summary>The portal's token where the endpoint has none of its own (http-api.md section 10).</summary>
internal sealed class BitrixHookOptions
{
    public const string Section = "Provisioning:Bitrix24";

    /// <summary>The outgoing webhook's own token; a secret.</summary>
    public string? ApplicationToken { get; set; }
}
