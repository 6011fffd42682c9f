using System.ComponentModel.DataAnnotations;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Target;

/// <summary>Where a second copy of each backup goes: any S3-compatible storage. Without an endpoint there is none.</summary>
internal sealed class S3Options
{
    public const string Section = "Backups:S3";

    /// <summary>Such as <c>https://storage.yandexcloud.net</c>.</summary>
    public string Endpoint { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "ru-central1";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>Stands before the names of files, such as <c>salon/</c>.</summary>
    public string Prefix { get; set; } = "";

    [Range(1, 86400, ErrorMessage = "Backups:S3:TimeoutSeconds must be 1 to 86400")]
    public int TimeoutSeconds { get; set; } = 1800;

    public bool IsOn => Endpoint.Length > 0;

    internal sealed class Validator(IOptions<OutboundOptions> outbound) : IValidateOptions<S3Options>
    {
        public ValidateOptionsResult Validate(string? name, S3Options options)
        {
            if (!options.IsOn)
            {
                return ValidateOptionsResult.Success;
            }

            if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == "https" || (endpoint.Scheme == "http" && outbound.Value.AllowPrivateNetworks)))
            {
                return ValidateOptionsResult.Fail("Backups:S3:Endpoint must be an https address");
            }

            var missing = new[] { ("Bucket", options.Bucket), ("AccessKey", options.AccessKey), ("SecretKey", options.SecretKey), ("Region", options.Region) }.FirstOrDefault(member => member.Item2.Length == 0).Item1;
            return missing is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"Backups:S3:{missing} is missing");
        }
    }
}
