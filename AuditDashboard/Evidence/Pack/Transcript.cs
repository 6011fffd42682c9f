using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Evidence.Pack;

/// <summary>
/// <c>transcript.html</c>: the dialog to read, in Russian and in the salon's time. One file without a script; it proves nothing by itself and says so.
/// </summary>
internal sealed class Transcript(IStringLocalizer<EvidenceText> text, SalonClock clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:760px;margin:32px auto;padding:0 16px;color:#1d1d1f;background:#fff}" +
        "li{margin:12px 0;padding:12px 16px;border:1px solid #d9d9de;border-radius:8px;list-style:none;overflow-wrap:anywhere}ol{padding:0}" +
        "small{color:#55555c}.client{background:#f5f5f7}.altered{border:2px solid #b3261e}p.words{margin:4px 0;white-space:pre-wrap}" +
        "@media print{body{margin:0}li{break-inside:avoid}}";

    public string Write(PackContents pack)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Russian;
        try
        {
            return Page(pack);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string Page(PackContents pack)
    {
        var title = Html.Encode(text["TranscriptTitle"]);
        var page = new StringBuilder("<!doctype html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(title).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<h1>").Append(title).Append("</h1>\n");
        Paragraph(page, text["TranscriptAid"]);
        Paragraph(page, text["TranscriptHead", pack.SessionId, Moment(pack.CreatedAt), clock.Zone.Id, pack.Checkpoint.Origin, pack.Checkpoint.Size]);
        page.Append("<ol>\n");
        foreach (var packed in pack.Events)
        {
            Item(page, packed);
        }

        return page.Append("</ol>\n</body>\n</html>\n").ToString();
    }

    private void Item(StringBuilder page, PackedEvent packed)
    {
        var content = packed.State == "present" ? packed.Logged.Content() : null;
        var actor = content is null ? "" : ActorOf(content);
        page.Append("<li class=\"").Append(packed.State).Append(actor.Length > 0 ? $" {Html.Encode(actor)}" : "").Append("\">\n<small>")
            .Append(Html.Encode(Moment(packed.Logged.OccurredAt))).Append(" · ").Append(Html.Encode(text["TranscriptIndex", packed.Entry.Idx])).Append("</small>\n<b>")
            .Append(Html.Encode(string.Join(" · ", new[] { Word("Actor", actor), Word("Type", packed.Logged.Type) }.Where(word => word.Length > 0)))).Append("</b>\n");
        var words = packed.State switch
        {
            "erased" => text["TranscriptErased"],
            "altered" => text["TranscriptAltered"],
            _ => content?.Text ?? content?.Transcript?.Text,
        };
        if (words is { Length: > 0 })
        {
            page.Append("<p class=\"words\">").Append(Html.Encode(words)).Append("</p>\n");
        }

        page.Append("</li>\n");
    }

    /// <summary>A word that has no translation shows as it is.</summary>
    private string Word(string group, string code) => code.Length > 0 && text[$"{group}_{code}"] is { ResourceNotFound: false } word ? word : code;

    private static string ActorOf(EventContent content) => content.Actor ?? content.Type switch
    {
        "message.received" => "client",
        "message.sent" => "ai",
        _ => "",
    };

    private string Moment(DateTimeOffset moment) => clock.Local(moment).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Paragraph(StringBuilder page, string words) => page.Append("<p>").Append(Html.Encode(words)).Append("</p>\n");
}
