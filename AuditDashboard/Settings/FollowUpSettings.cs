namespace AuditDashboard.Settings;

/// <summary>Whether the salon speaks first to clients who fell silent or whose call was missed. Off until the owner says otherwise.</summary>
/// <param name="Enabled">Leads that fell silent are written to: after 15 min, 3 h, and the next day at 11:00 in another channel.</param>
/// <param name="Texts">One a step, with <c>{client}</c>; a step without a text is left out.</param>
/// <param name="IsAdvertising">Only to those who consented to advertising, and not where the law forbids it (72-FZ: Telegram, WhatsApp, Instagram).</param>
/// <param name="AnswersCalls">A missed call is answered in a messenger within 60 s.</param>
/// <param name="Preset">The kind of business the texts were taken from: salon | barbershop | clinic | school; null = none.</param>
public sealed record FollowUpSettings(
    bool Enabled, IReadOnlyList<string> Texts, bool IsAdvertising, bool AnswersCalls, string CallText, string? Preset = null)
{
    public static readonly FollowUpSettings Off = new(false, [], false, false, "");

    /// <summary>Steps of the ladder.</summary>
    public const int Steps = 3;

    public bool IsAnyOn => Enabled || AnswersCalls;
}
