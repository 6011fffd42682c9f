using AuditDashboard.Settings.Store;

namespace AuditDashboard.Settings.Editing;

internal sealed class DigestChoice(ISettings settings, SettingEditor editor) : IDigestChoice
{
    public async Task<string?> SaveAsync(DigestSettings wanted, Func<Task> undone) => wanted.IsSound
        ? await editor.SaveAsync(Sections.Digest, settings.Digest, wanted, undone)
        : editor.Refuse("digest.range");
}
