using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Connect;

/// <summary>Where a first event got stuck, judged by what was refused meanwhile: every stage before the one that refused is in order.</summary>
internal static class CheckList
{
    /// <param name="Key">Of <see cref="ConnectText"/>; its advice is <c>&lt;Key&gt;Hint</c>.</param>
    /// <param name="Tone">Bad = it refused; good = a call got past it; flat = nothing is known.</param>
    internal sealed record Line(string Key, Tone Tone);

    private const string Address = "CheckAddress";
    private const string Key = "CheckKey";
    private const string Secret = "CheckSecret";
    private const string Sign = "CheckSignature";
    private const string Clock = "CheckClock";
    private const string Json = "CheckJson";

    private static readonly Dictionary<string, string[]> Stages = new(StringComparer.Ordinal)
    {
        [Connection.ByKey] = [Address, Key, Clock, Json],
        [StandardWebhooks.EventsKind.KindName] = [Address, Sign, Secret, Clock, Json],
        [Telegram.TelegramKind.KindName] = [Address, Secret],
    };

    /// <param name="refused">Codes since the check began, the newest first; strangers' among them.</param>
    /// <param name="reached">A call of this very sender came.</param>
    public static IReadOnlyList<Line> Of(CheckTarget target, IReadOnlyList<string> refused, bool reached)
    {
        var stages = Stages.GetValueOrDefault(target.Kind, [Address, Secret]);
        var stuck = refused.Count == 0 ? -1 : Array.IndexOf(stages, StageOf(target, refused[0], reached));
        return [.. stages.Select((stage, i) => new Line(stage, i == stuck ? Tone.Bad : i < stuck || (reached && i == 0) ? Tone.Good : Tone.Flat))];
    }

    private static string StageOf(CheckTarget target, string code, bool reached) => code switch
    {
        "unauthorized" or "scope" => Key,
        "bad-signature" when !reached => Address,
        "bad-signature" => Secret,
        "header" => target.Kind == StandardWebhooks.EventsKind.KindName ? Sign : Secret,
        "signature-expired" => Clock,
        "method" => Address,
        _ => Json,
    };
}
