using System.Globalization;
using System.Resources;
using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Health;

/// <summary>Words of <see cref="HealthText"/> in the viewer's language.</summary>
internal static class HealthWords
{
    private static readonly ResourceManager Source = new(typeof(HealthText));

    public static string Get(string key, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Source.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"{nameof(HealthText)} has no {key}"), arguments);

    /// <param name="code">What a probe found.</param>
    public static string Found(string code) => Get($"Probe{Joined(code)}");

    public static string ToDo(string code) => Get($"ProbeDo{Joined(code)}");

    public static string Channel(string channel) => channel.Length == 0 ? Get("AnyChannel") : ChannelNames.Of(channel);

    /// <summary>One word for a whole way in; the worst counts.</summary>
    /// <param name="isRefused">Nothing good came since the last refusal.</param>
    public static (string Key, Tone Tone) State(ConnectionHealth health, bool isPaused, bool isRefused, bool hasEvents) => (isPaused, health) switch
    {
        (true, _) => ("StatePaused", Tone.Warn),
        (_, { Probe: { IsGood: false, IsMild: true } }) => ("StateAttention", Tone.Warn),
        (_, { IsBroken: true }) => ("StateBroken", Tone.Bad),
        (_, { IsSilent: true }) => ("StateSilent", Tone.Bad),
        _ => isRefused ? ("StateRefused", Tone.Bad) : hasEvents ? ("StateWorks", Tone.Good) : ("StateWaiting", Tone.Info),
    };

    private static string Joined(string code) => string.Concat(code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
