using System.ComponentModel.DataAnnotations;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The portal as the operator names it (http-api.md section 1). A person's later entry wins until the setting itself changes.</summary>
internal sealed class PortalProvisioning
{
    public const string Section = "Provisioning:Bitrix24";

    /// <summary>The incoming webhook's address; it is the credential.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Seconds between two questions for what changed in the portal; 0 = never.</summary>
    [Range(0, 86_400)]
    public int PollSeconds { get; set; } = 600;

    /// <summary>Whether leads are looked up by phone before one is added: attach | contact | off.</summary>
    [RegularExpression("attach|contact|off")]
    public string Duplicates { get; set; } = "attach";

    /// <summary>What of a dialog goes into the portal: none | digest | full.</summary>
    [RegularExpression("none|digest|full")]
    public string Comments { get; set; } = "digest";

    internal sealed class Validator(IOptions<OutboundOptions> outbound) : IValidateOptions<PortalProvisioning>
    {
        public ValidateOptionsResult Validate(string? name, PortalProvisioning options) =>
            string.IsNullOrEmpty(options.WebhookUrl) || WebhookAddress.Read(options.WebhookUrl, outbound.Value.AllowPrivateNetworks) is not null
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Provisioning:Bitrix24:WebhookUrl must look like https://portal/rest/1/secret/ (http and private hosts only with Outbound:AllowPrivateNetworks)");
    }
}
