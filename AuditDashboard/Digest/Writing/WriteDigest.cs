using AuditDashboard.Digest.Chats;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;

namespace AuditDashboard.Digest.Writing;

/// <summary>Says one morning's digest in both languages.</summary>
internal sealed class WriteDigest(DayNumbersQuery numbers, WaitingQuery waiting, ILogAnchors anchors, ISettings settings, SalonClock clock, IConfiguration configuration)
{
    public Task<DayNumbers> NumbersAsync(DateOnly day, CancellationToken cancel) => numbers.RunAsync(day, cancel);

    public async Task<(string Russian, string English)> HandleAsync(DayNumbers day, CancellationToken cancel)
    {
        // Last of all, so that it covers as much as can be; the same in both languages, so that they agree.
        var russian = await waiting.RunAsync(Speech.Russian, cancel);
        var english = await waiting.RunAsync(Speech.English, cancel);
        var checkpoint = await anchors.NewestAsync(cancel);
        return (Say(Speech.Russian, day, russian, checkpoint), Say(Speech.English, day, english, checkpoint));
    }

    private string Say(string language, DayNumbers day, Waiting waits, string? checkpoint)
    {
        var before = (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture);
        Speech.Speak(language);
        try
        {
            return DigestWords.Of(settings.Salon.Name, clock, day, waits.Items, checkpoint, configuration["PublicBaseUrl"]?.TrimEnd('/'));
        }
        finally
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = before;
        }
    }
}
