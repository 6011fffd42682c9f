using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Dossiers;

namespace AuditDashboard.Retention.Dossier;

/// <summary>The answer to a subject's request (law 152-FZ, article 14 part 7): what is held, for what, who gets it, for how long, by which consents. In Russian, like the request.</summary>
internal sealed class MakeDossier(IEnumerable<IDossierSource> sources, RetentionRules rules, ISettings settings, SalonClock clock)
{
    private static readonly ResourceManager Words = new(typeof(DossierText));
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Null when there is no such client.</summary>
    public async Task<PersonDossier?> ReadAsync(ClientId client, CancellationToken cancel)
    {
        var dossier = new PersonDossier();
        foreach (var source in sources)
        {
            await source.FillAsync(client, dossier, cancel);
        }

        return dossier.IsKnown ? dossier : null;
    }

    public async Task<string> JsonAsync(ClientId client, PersonDossier dossier, CancellationToken cancel) => JsonSerializer.Serialize(
        new
        {
            client = client.ToString(), madeAt = clock.Now, @operator = settings.Salon.Name, purposes = Purposes, dossier.Recipients, retentionDays = (await rules.CurrentAsync(cancel)).Conversations,
            dossier.Name, dossier.Phones, dossier.Addresses, dossier.Consents, dossier.Bookings, dossier.Dialogs, dossier.Messages,
        },
        Readable);

    public async Task<string> HtmlAsync(ClientId client, PersonDossier dossier, CancellationToken cancel)
    {
        var days = (await rules.CurrentAsync(cancel)).Conversations;
        return new HtmlPaper(Word("Title"))
            .Facts(
                (Word("Operator"), settings.Salon.Name), (Word("MadeAt"), Moment(clock.Now)), (Word("Client"), client.ToString()), (Word("Name"), dossier.Name ?? "—"),
                (Word("Phones"), Join(dossier.Phones)), (Word("Addresses"), Join(dossier.Addresses.Select(address => address.Value))), (Word("Purposes"), Join(Purposes)),
                (Word("Recipients"), Join(dossier.Recipients)), (Word("Period"), Word("PeriodDays").Replace("{0}", days.ToString(Russian), StringComparison.Ordinal)))
            .Heading(Word("Consents")).Table([Word("When"), Word("What"), Word("Purpose")], dossier.Consents.Select(consent => new[] { Moment(consent.At), Word(consent.Type == "consent.granted" ? "Granted" : "Revoked"), $"{consent.Purpose} {consent.Version}".Trim() }))
            .Heading(Word("Bookings")).Table([Word("When"), Word("What"), Word("Who")], dossier.Bookings.Select(booking => new[] { Moment(booking.Start), booking.Service ?? "—", booking.Staff ?? "—" }))
            .Heading(Word("Messages")).Table([Word("When"), Word("Who"), Word("Words")], dossier.Messages.Select(message => new[] { Moment(message.At), ActorOf(message.Actor), message.Text ?? Word("Gone") }))
            .Finish();
    }

    private static IReadOnlyList<string> Purposes => [Word("PurposeBooking"), Word("PurposeAnswer"), Word("PurposeQuality")];

    private static string ActorOf(string? actor) => actor is "client" or "human" or "ai" or "system" ? Word($"Actor_{actor}") : "—";

    private static string Join(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } joined ? joined : "—";

    private string Moment(DateTimeOffset? moment) => moment is { } known ? clock.Local(known).ToString("dd.MM.yyyy HH:mm", Russian) : "—";

    private static string Word(string key) => Words.GetString(key, Russian) ?? key;
}
