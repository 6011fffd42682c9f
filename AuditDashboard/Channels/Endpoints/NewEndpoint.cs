using System.Text.RegularExpressions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>An endpoint a person wants.</summary>
/// <param name="Typed">Members the person typed; names of http-api.md section 4.</param>
internal sealed partial record NewEndpoint(string Id, string Kind, string Bot, string? Branch, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>An id that says its kind and cannot be guessed.</summary>
    public static string IdFor(string kind) => $"{kind}-{Secrets.Token(12)}";

    /// <summary>
    /// A fresh secret in the form the kind wants: Standard Webhooks; else letters and digits, which every channel takes (Telegram's and MAX's
    /// <c>[A-Za-z0-9_-]</c> up to 256, VK's field up to 50).
    /// </summary>
    public static string SecretFor(string kind) =>
        kind == StandardWebhooks.EventsKind.KindName ? StandardWebhooks.Signature.NewSecret() : Secrets.Token(48);

    /// <summary>What a bot may be called; the application's own name is taken.</summary>
    public static bool IsBotName(string name) => BotName().IsMatch(name) && name != OwnEvent.Bot;

    /// <summary>Refusals: <c>kind.unknown</c>, <c>bot.invalid</c>, <c>member.missing</c>, <c>member.invalid</c>.</summary>
    public Refusal? Judge() => EndpointShape.Of(Kind) switch
    {
        null => new Refusal("kind.unknown"),
        _ when !IsBotName(Bot) => new Refusal("bot.invalid"),
        var shape => GivenMembers.Judge(shape, GivenMembers.Of(shape, Typed), new Dictionary<string, string>()),
    };

    /// <summary>What was typed, and fresh secrets for what is ours to make.</summary>
    public IReadOnlyDictionary<string, string> Members()
    {
        var shape = EndpointShape.Of(Kind)!;
        var members = GivenMembers.Of(shape, Typed);
        foreach (var member in shape.Members.Where(member => member.IsMade))
        {
            members.TryAdd(member.Name, SecretFor(Kind));
        }

        return members;
    }

    // A record prints its members; this one must not.
    public override string ToString() => $"new {Kind} endpoint {Id}";

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BotName();
}
