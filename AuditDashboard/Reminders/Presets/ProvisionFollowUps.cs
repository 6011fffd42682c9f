using AuditDashboard.Settings;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Reminders.Presets;

/// <summary>Before reminders start: the configuration's preset, where nobody has settled anything about follow-ups yet.</summary>
internal sealed class ProvisionFollowUps(ISettingSections sections, PresetList presets, IOptions<FollowUpOptions> options) : IHostedService
{
    private const string Section = "followups";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var given = options.Value;
        if (given.IsEmpty || await sections.ReadAsync<FollowUpSettings>(Section, cancellationToken) is not null)
        {
            return;
        }

        var preset = presets.Of(string.IsNullOrWhiteSpace(given.Preset) ? PresetList.Usual : given.Preset)!;
        var wanted = new FollowUpSettings(given.Enabled, preset.Texts, false, given.AnswersCalls, preset.CallText, preset.Name);
        if (await sections.SaveAsync(Section, wanted, by: null, cancellationToken) is { } refusal)
        {
            throw new InvalidOperationException($"The provisioned follow-ups could not be stored: {refusal.Code}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
