using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>What a key shall be for.</summary>
internal sealed partial record NewApiKey(string Name, string Bot, string? Branch, IReadOnlyCollection<string> Scopes)
{
    /// <summary>The application's own events carry this bot, so no key may.</summary>
    public const string OwnBot = "app";

    public Refusal? Judge() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Name) => new Refusal("name.missing"),
        _ when !BotName().IsMatch(Bot) || Bot == OwnBot => new Refusal("bot.invalid"),
        _ when Scopes.Count == 0 || Scopes.Except(KeyScopes.All).Any() => new Refusal("scopes.missing"),
        _ => null,
    };

    public ApiKeyRow ToRow(string id, string key, DateTimeOffset now, string? createdBy)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        KeyForm.Hash(key, hash);
        return new ApiKeyRow
        {
            Id = id, Hash = hash, LastFour = key[^4..], BreaksSum = KeyForm.IsTypo(key), Name = Name.Trim(), Bot = Bot,
            Branch = string.IsNullOrEmpty(Branch) ? null : Branch, Scopes = CodeList.Join(KeyScopes.All.Where(Scopes.Contains)),
            CreatedAt = now, CreatedBy = createdBy,
        };
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BotName();
}
