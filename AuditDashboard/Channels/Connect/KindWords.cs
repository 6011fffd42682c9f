using System.Globalization;
using System.Resources;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Connect;

/// <summary>Words of <see cref="KindText"/> in the viewer's language, by kind and by member.</summary>
internal static class KindWords
{
    private static readonly ResourceManager Source = new(typeof(KindText));

    /// <summary>A kind without words of its own is called like its channel.</summary>
    public static string Of(string kind) => Find($"Kind_{kind}") ?? ChannelNames.Of(kind);

    public static string Hint(string kind) => Get($"Hint_{kind}");

    public static string Step(string kind, int number) => Get($"Step_{kind}_{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Above the address: what it is for.</summary>
    public static string Address(string kind, bool isWhole) => Find($"Address_{kind}") ?? Get(isWhole ? "Address_channel" : "Address_path");

    /// <summary>What a member is called in the channel's own cabinet.</summary>
    public static string Member(string name) => Find($"Member_{name}") ?? name;

    public static string? About(string member) => Find($"About_{member}");

    public static string Get(string key, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Find(key) ?? throw new MissingManifestResourceException($"{nameof(KindText)} has no {key}"), arguments);

    /// <summary>A refusal that names a member, in words; null for any other.</summary>
    public static string? Refusal(Refusal refusal) =>
        Find($"Refusal_{refusal.Code.Replace('.', '_')}") is { } words ? string.Format(CultureInfo.CurrentCulture, words, Member((string)refusal.Arguments[0])) : null;

    private static string? Find(string key) => Source.GetString(key, CultureInfo.CurrentUICulture);
}
