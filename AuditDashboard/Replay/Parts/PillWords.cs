using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Ui;

namespace AuditDashboard.Replay.Parts;

/// <summary>An event that is no message, in a few words: what happened and the facts it carries.</summary>
internal static class PillWords
{
    /// <summary>Unknown types keep their own name: the bot's author knows it.</summary>
    public static string Of(TimelineItem item, DialogWords words)
    {
        var type = item.Event.Type;
        var happened = words["Event" + Pascal(type)];
        var head = happened.ResourceNotFound ? words["EventOther", type].Value : happened.Value;
        if (item.Event.Content is not { } content)
        {
            return head;
        }

        // A step of the scenario is named by itself; the icon and the lane say the rest.
        string[] details = [.. Details(type, content, words).OfType<string>().Where(detail => detail.Length > 0)];
        return type == EventTypes.ScenarioEntered && details.Length > 0 ? details[0] : string.Join(" · ", [head, .. details]);
    }

    private static IEnumerable<string?> Details(string type, EventContent content, DialogWords words) => type.Split('.')[0] switch
    {
        "scenario" => [Scenario(content.Scenario)],
        "booking" or "trial" or "reminder" => [.. Booking(content.Booking, words), Reason(content, words)],
        "lead" => [Lead(content, words), content.Lead?.Bitrix24 is { } number ? words["Bitrix", number].Value : null],
        "payment" => [content.Payment is { } payment ? DialogWords.Money(payment.AmountKopecks, payment.Currency) : null],
        "call" => [.. Call(content.Call, words)],
        "llm" => [content.Model?.Name, content.LatencyMs is { } latency ? DialogWords.Wait(latency) : null],
        "tool" => [content.DataText("name") ?? content.DataText("tool")],
        "release" => [content.Release],
        "intent" => [content.Intent?.Name],
        "client" => [],
        _ => [Reason(content, words)],
    };

    private static string? Scenario(EventContent.ScenarioPart? scenario) =>
        scenario is null ? null : string.Join(" → ", new[] { scenario.Id, scenario.Step }.OfType<string>());

    private static IEnumerable<string?> Booking(EventContent.BookingPart? booking, DialogWords words) => booking is null
        ? []
        : [
            booking.Start is { } start ? words.Visit(start) : null, booking.Service, booking.Staff,
            booking.PriceKopecks is { } price ? DialogWords.Money(price, booking.Currency) : null,
        ];

    private static IEnumerable<string?> Call(EventContent.CallPart? call, DialogWords words) => call is null
        ? []
        : [
            call.DurationSeconds is { } seconds ? Formats.Duration(TimeSpan.FromSeconds(seconds)) : null,
            call.WaitSeconds is { } wait ? words["CallWait", Formats.Duration(TimeSpan.FromSeconds(wait))].Value : null,
        ];

    private static string? Lead(EventContent content, DialogWords words) => content.Lead?.Id is { } id ? words["LeadNumber", id].Value : null;

    private static string? Reason(EventContent content, DialogWords words)
    {
        var reason = content.DataText("reason") ?? content.DataText("error") ?? content.DataText("emoji") ?? content.DataText("outcome");
        if (reason is null)
        {
            return null;
        }

        var known = words["Reason" + Pascal(reason)];
        return known.ResourceNotFound ? reason : known.Value;
    }

    /// <summary><c>booking.no_show</c> → <c>BookingNoShow</c>: the key of its words.</summary>
    private static string Pascal(string name) => string.Concat(name.Split('.', '_', '-', ' ')
        .Where(part => part.Length > 0)
        .Select(part => part[..1].ToUpper(CultureInfo.InvariantCulture) + part[1..]));
}
