using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Conversations.Story;

/// <summary>The rules stories are told by, as configuration and the owner's settings stand now.</summary>
internal sealed class StoryRulebook(IOptions<ConversationOptions> options, SalonZones zones, ISettings settings)
{
    // Raised when the same events under the same settings come to tell another story.
    private const int Version = 4;

    /// <summary>A session closes this long after its last activity.</summary>
    public TimeSpan Idle => settings.Goals.IdleHours is { } hours ? TimeSpan.FromHours(hours) : options.Value.Idle;

    public StoryRules Current => new(Idle, Of(settings.Hours.Usual), zones.Organization, zones.Branches)
    {
        BranchHours = settings.Hours.Branches.ToDictionary(pair => pair.Key, pair => Of(pair.Value)),
    };

    /// <summary>Whatever stories, and what is counted from them, depend on besides events: other rules, other stories.</summary>
    public string Text => string.Join(
        ';',
        [$"{Version}", Idle.TotalHours.ToString(CultureInfo.InvariantCulture), zones.Organization.Id,
         .. zones.Branches.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value.Id}"),
         .. Settled()]);

    /// <summary>Only what differs from the usual, so that whoever settled nothing keeps the rules they had.</summary>
    private IEnumerable<string> Settled()
    {
        if (settings.Goals.ResponseMs != GoalSettings.Usual.ResponseMs)
        {
            yield return $"within={settings.Goals.ResponseMs.ToString(CultureInfo.InvariantCulture)}";
        }

        if (settings.Hours.Branches.Count > 0 || settings.Hours.Usual != HoursSettings.Default.Usual)
        {
            yield return JsonSerializer.Serialize(settings.Hours);
        }

        if (settings.Prices.Services.Count > 0)
        {
            yield return JsonSerializer.Serialize(settings.Prices.Services);
        }
    }

    private static WorkingHours Of(HoursSettings.Day day) => new(day.Opens, day.Closes);
}
