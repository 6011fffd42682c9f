using AuditDashboard.Settings.Store;

namespace AuditDashboard.Settings.Editing;

internal sealed class SettingChoice(ISettings settings, SettingEditor editor) : ISettingChoice
{
    public async Task<string?> SaveAsync(DigestSettings wanted, Func<Task> undone) => wanted.IsSound
        ? await editor.SaveAsync(Sections.Digest, settings.Digest, wanted, undone)
        : editor.Refuse("digest.range");

    public async Task<string?> SaveAsync(FollowUpSettings wanted, Func<Task> undone) => wanted.Judge() is { } refusal
        ? editor.Refuse(refusal.Code, [.. refusal.Arguments])
        : await editor.SaveAsync(Sections.FollowUps, settings.FollowUps, wanted, undone);
}
