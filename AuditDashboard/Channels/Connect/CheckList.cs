using AuditDashboard.Channels.Connect.Guides;
using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Connect;

/// <summary>Where a first event got stuck, judged by what was refused meanwhile: every stage before the one that refused is in order.</summary>
internal static class CheckList
{
    /// <param name="Key">Of <see cref="ConnectText"/>; its advice is <c>&lt;Key&gt;Hint</c>.</param>
    /// <param name="Tone">Bad = it refused; good = a call got past it; flat = nothing is known.</param>
    internal sealed record Line(string Key, Tone Tone);

    private static readonly string[] ByKey = [CheckStages.Address, CheckStages.Key, CheckStages.Clock, CheckStages.Json];

    private static readonly string[] OfSecret = [CheckStages.Secret, CheckStages.Typed, CheckStages.Path];

    /// <param name="refused">Codes since the check began, the newest first; strangers' among them.</param>
    /// <param name="reached">A call of this very sender came.</param>
    public static IReadOnlyList<Line> Of(CheckTarget target, IReadOnlyList<string> refused, bool reached)
    {
        var stages = target.IsByKey ? ByKey : KindGuide.Of(target.Kind)?.Stages ?? [CheckStages.Address, CheckStages.Secret];
        var stuck = refused.Count == 0 ? -1 : StageOf(stages, refused[0], reached);
        return [.. stages.Select((stage, i) => new Line(stage, i == stuck ? Tone.Bad : i < stuck || (reached && i == 0) ? Tone.Good : Tone.Flat))];
    }

    /// <summary>Its place among the stages; -1 where the refusal is none of the sender's doing.</summary>
    private static int StageOf(IReadOnlyList<string> stages, string code, bool reached)
    {
        var wanted = code switch
        {
            "unauthorized" or "scope" => [CheckStages.Key],
            // The end of an address without its secret is refused like a wrong secret.
            "bad-signature" when !reached => [CheckStages.Address],
            "bad-signature" or "forbidden" => OfSecret,
            "header" => [CheckStages.Signature, CheckStages.Secret],
            "handshake" => [CheckStages.Handshake],
            "signature-expired" => [CheckStages.Clock],
            "method" => [CheckStages.Address],
            "paused" or "busy" or "storage" or "rate" => Array.Empty<string>(),
            _ => [CheckStages.Json, CheckStages.Body],
        };
        return Array.FindIndex([.. stages], stage => wanted.Contains(stage));
    }
}
