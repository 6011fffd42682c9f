using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>Where the assistant goes in circles: the same words twice, or one step three times (product.md section 3.8, D2).</summary>
internal static class Stumbles
{
    private const int SameStep = 3;
    private const int Telling = 12;

    /// <summary>The first answer that repeats itself; null without any.</summary>
    public static StoryEvent? FirstIn(Episode episode)
    {
        HashSet<string> said = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<(string?, string), int> steps = [];
        foreach (var answer in episode.Events.Where(item => item.IsSubstantive && item.Actor == "ai"))
        {
            // Short words ("Да.", "Хорошо.") may well come twice.
            if (answer.Content.Text is { Length: > Telling } text && !said.Add(text))
            {
                return answer;
            }

            if (answer.Content.Scenario is { Step: { } step } scenario)
            {
                var place = (scenario.Id, step);
                steps[place] = steps.GetValueOrDefault(place) + 1;
                if (steps[place] == SameStep)
                {
                    return answer;
                }
            }
        }

        return null;
    }
}
