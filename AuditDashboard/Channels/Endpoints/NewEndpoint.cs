using System.Text.RegularExpressions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>An endpoint a person wants.</summary>
/// <param name="BotToken">Telegram's token of the bot, for sending; null where nothing is to be sent.</param>
internal sealed partial record NewEndpoint(string Id, string Kind, string Bot, string? Branch, string? BotToken)
{
    /// <summary>Kinds whose secret is ours to make; others bring theirs along.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Telegram.TelegramKind.KindName, StandardWebhooks.EventsKind.KindName];

    /// <summary>An id that says its kind and cannot be guessed.</summary>
    public static string IdFor(string kind) => $"{kind}-{Secrets.Token(12)}";

    /// <summary>A fresh secret in the form the kind wants (Standard Webhooks; Telegram's <c>secret_token</c>).</summary>
    public static string SecretFor(string kind) =>
        kind == StandardWebhooks.EventsKind.KindName ? StandardWebhooks.Signature.NewSecret() : Secrets.Token(48);

    /// <summary>What a bot may be called; the application's own name is taken.</summary>
    public static bool IsBotName(string name) => BotName().IsMatch(name) && name != OwnEvent.Bot;

    public Refusal? Judge() => this switch
    {
        _ when !Kinds.Contains(Kind) => new Refusal("kind.unknown"),
        _ when !IsBotName(Bot) => new Refusal("bot.invalid"),
        _ => null,
    };

    public IReadOnlyDictionary<string, string> Members(string secret)
    {
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Secret"] = secret };
        if (!string.IsNullOrWhiteSpace(BotToken))
        {
            members["BotToken"] = BotToken.Trim();
        }

        return members;
    }

    // A record prints its members; this one must not.
    public override string ToString() => $"new {Kind} endpoint {Id}";

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BotName();
}
