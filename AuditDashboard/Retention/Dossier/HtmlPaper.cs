using System.Text;
using System.Text.Encodings.Web;

namespace AuditDashboard.Retention.Dossier;

/// <summary>A plain printed page: headings, facts, tables. Loads nothing, runs nothing.</summary>
internal sealed class HtmlPaper
{
    private const string Style =
        "body{font:15px/1.45 'Liberation Sans',Arial,sans-serif;max-width:780px;margin:32px auto;padding:0 16px;color:#111}h1{font-size:22px}h2{font-size:17px;margin-top:28px}" +
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:6px 8px;text-align:left;vertical-align:top}th{background:#f2f2f2}td:first-child{width:34%}.line td:first-child{width:auto;white-space:nowrap}";

    private readonly StringBuilder _html = new();

    public HtmlPaper(string title)
    {
        _html.Append("<!doctype html><html lang=\"ru\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        Text(title).Append("</title><style>").Append(Style).Append("</style></head><body><h1>");
        Text(title).Append("</h1>");
    }

    public HtmlPaper Heading(string words)
    {
        _html.Append("<h2>");
        Text(words).Append("</h2>");
        return this;
    }

    public HtmlPaper Paragraph(string words)
    {
        _html.Append("<p>");
        Text(words).Append("</p>");
        return this;
    }

    /// <summary>Name and value a row.</summary>
    public HtmlPaper Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        _html.Append("<table>");
        foreach (var (name, value) in facts)
        {
            Row("td", [name, value]);
        }

        _html.Append("</table>");
        return this;
    }

    public HtmlPaper Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        _html.Append("<table class=\"line\">");
        Row("th", head);
        foreach (var row in rows)
        {
            Row("td", row);
        }

        _html.Append("</table>");
        return this;
    }

    public string Finish() => _html.Append("</body></html>").ToString();

    private void Row(string cell, IReadOnlyList<string> values)
    {
        _html.Append("<tr>");
        foreach (var value in values)
        {
            _html.Append('<').Append(cell).Append('>');
            Text(value).Append("</").Append(cell).Append('>');
        }

        _html.Append("</tr>");
    }

    private StringBuilder Text(string words) => _html.Append(HtmlEncoder.Default.Encode(words));
}
