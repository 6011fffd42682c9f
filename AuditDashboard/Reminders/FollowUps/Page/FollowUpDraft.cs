using AuditDashboard.Reminders.Presets;
using AuditDashboard.Settings;

namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>Follow-ups while they are edited. Where nothing was settled yet, the texts are those of the usual preset.</summary>
public sealed class FollowUpDraft
{
    public bool Enabled { get; set; }

    public bool IsAdvertising { get; set; }

    public bool AnswersCalls { get; set; }

    public string? Preset { get; set; }

    public string Language { get; set; } = "ru";

    public List<TextDraft> Steps { get; } = [];

    public TextDraft Call { get; } = new();

    /// <summary>All messages: the steps, and the one for a missed call.</summary>
    public IEnumerable<TextDraft> All => Steps.Append(Call);

    internal static FollowUpDraft Of(FollowUpSettings settled, Preset usual)
    {
        var isNew = settled == FollowUpSettings.Off;
        var draft = new FollowUpDraft
        {
            Enabled = settled.Enabled, IsAdvertising = settled.IsAdvertising, AnswersCalls = settled.AnswersCalls, Preset = settled.Preset, Language = settled.TemplateLanguage,
        };
        for (var step = 0; step < FollowUpSettings.Steps; step++)
        {
            draft.Steps.Add(new TextDraft { Text = (isNew ? usual.Texts : settled.Texts).ElementAtOrDefault(step) ?? "", Template = settled.Templates.ElementAtOrDefault(step) ?? "" });
        }

        (draft.Call.Text, draft.Call.Template) = (isNew ? usual.CallText : settled.CallText, settled.CallTemplate);
        return draft;
    }

    public FollowUpSettings ToSettings() => new(Enabled, [.. Steps.Select(step => step.Text.Trim())], IsAdvertising, AnswersCalls, Call.Text.Trim(), Preset)
    {
        Templates = [.. Steps.Select(step => step.Template.Trim())], CallTemplate = Call.Template.Trim(), TemplateLanguage = Language.Trim(),
    };
}
