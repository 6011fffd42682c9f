using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>
/// Words written into components instead of a <c>.resx</c>, as Razor compiled them: text between tags, and attributes that people read or
/// hear. Not heard: a literal glued to a value inside one attribute.
/// </summary>
internal static partial class SpokenWords
{
    private static readonly string[] Audible =
    [
        "title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "Title", "Label", "Placeholder",
        "HelperText", "Heading", "Text", "Caption", "Description", "Summary", "Hint", "AdornmentText", "Confirm", "Content",
    ];

    private static readonly string[] Untranslated = ["kbd", "code", "pre", "style", "script", "svg"];

    /// <summary>Names are the same in every language.</summary>
    [GeneratedRegex(@"\b(AuditDashboard|Bitrix24|Telegram|WhatsApp|Instagram|MAX|VK|Wazzup|YCLIENTS|Mango|CSV|JSON|JSONL|API|URL|ID|UTC|CRM|SLA|MudBlazor|GitHub)\b")]
    private static partial Regex Names();

    public static IEnumerable<string> In(Assembly assembly) =>
        from call in RenderCalls.Of(assembly)
        from words in Heard(call)
        where Letters().IsMatch(Names().Replace(WebUtility.HtmlDecode(words), ""))
        select $"{call.Component}: «{words.Trim()}» belongs in a .resx";

    private static IEnumerable<string> Heard(RenderCall call) => call.Method switch
    {
        "AddMarkupContent" => InMarkup(call.Value),
        "AddContent" => Untranslated.Contains(call.Element) ? [] : [call.Value],
        "AddAttribute" or "AddComponentParameter" => Audible.Contains(call.Name) ? [call.Value] : [],
        _ => [],
    };

    private static IEnumerable<string> InMarkup(string markup)
    {
        var spoken = UntranslatedElements().Replace(markup, "");
        return AudibleAttributes().Matches(spoken).Select(match => match.Groups["value"].Value)
            .Concat(Tags().Replace(spoken, "\n").Split('\n'));
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"<(kbd|code|pre|style|script|svg)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex UntranslatedElements();

    [GeneratedRegex("\\s(title|alt|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)=\"(?<value>[^\"]*)\"")]
    private static partial Regex AudibleAttributes();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
