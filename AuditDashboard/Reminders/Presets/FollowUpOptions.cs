using AuditDashboard.Settings;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Reminders.Presets;

/// <summary>What a new salon begins with, instead of its owner's first choice on the page.</summary>
internal sealed class FollowUpOptions
{
    public const string Section = "Provisioning:FollowUps";

    /// <summary>salon | barbershop | clinic | school</summary>
    public string? Preset { get; set; }

    public bool Enabled { get; set; }

    public bool AnswersCalls { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Preset) && !Enabled && !AnswersCalls;

    internal sealed class Validator : IValidateOptions<FollowUpOptions>
    {
        public ValidateOptionsResult Validate(string? name, FollowUpOptions options) =>
            string.IsNullOrWhiteSpace(options.Preset) || FollowUpSettings.Presets.Contains(options.Preset)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Section}:Preset must be one of {string.Join(", ", FollowUpSettings.Presets)}, not {options.Preset}");
    }
}
