using System.Text;
using AuditDashboard.Channels;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;

namespace AuditDashboard.Reminders.Sending;

/// <summary>What a client is told about a visit: the rule's template or our own words, with buttons while an answer is wanted.</summary>
internal sealed class ReminderMessage(ReminderRules rules, ClientWords words, ISettings settings)
{
    /// <summary>Telegram takes 64 bytes of data under a button, and the others more.</summary>
    private const int LongestData = 64;

    private static readonly string[] TemplateParameters = ["client", "service", "date", "time"];

    public string TextOf(ReminderRow row, AppointmentRow appointment, string? client)
    {
        if (row.Text is { } seen)
        {
            return seen;
        }

        var rule = rules.For(appointment.Service, appointment.Branch).FirstOrDefault(known => known.Name == row.Rule.Split('-')[0]);
        var text = ReminderTemplate.Fill(rule?.Text ?? words.Of("MessageReminder"), Values(appointment, client));
        text = rule is not { Text: not null, IsOurs: false } && Asks(appointment) ? $"{text} {words.Of("MessageQuestion")}" : text;
        return row.Rule.EndsWith(ReminderAgain.Suffix, StringComparison.Ordinal) ? $"{words.Of("MessageAgain")} {text}" : text;
    }

    /// <summary>A text of the owner's that is about no visit.</summary>
    public string Fill(string template, AppointmentRow matter, string? client) => ReminderTemplate.Fill(template, Values(matter, client));

    /// <summary>A template that says what a text of the owner's says: its parameters are the text's variables, in their order.</summary>
    public OutgoingTemplate TemplateOf(string name, string language, string text, AppointmentRow matter, string? client)
    {
        var values = Values(matter, client);
        return new OutgoingTemplate(
            name, language, [.. ReminderTemplate.VariablesOf(text).Select(variable => values[variable] is { Length: > 0 } value ? value : words.Of(variable == "client" ? "NobodyNamed" : "NothingNamed"))]);
    }

    /// <summary>After a confirmation nobody is asked again (http-api.md section 10).</summary>
    public static bool Asks(AppointmentRow appointment) => appointment.Plan != "confirmed";

    public IReadOnlyList<AnswerButton> ButtonsOf(AppointmentRow appointment) => !Asks(appointment) ? [] :
    [
        new(words.Of("ButtonConfirm"), DataOf("ok", appointment)),
        new(words.Of("ButtonDecline"), DataOf("no", appointment)),
        new(words.Of("ButtonMove"), DataOf("mv", appointment)),
    ];

    public OutgoingTemplate? TemplateOf(AppointmentRow appointment, string? client)
    {
        var values = Values(appointment, client);
        return rules.Template is not var (name, language) ? null : new OutgoingTemplate(
            name, language, [.. TemplateParameters.Select(variable => values[variable] is { Length: > 0 } value ? value : words.Of("NothingNamed"))]);
    }

    private static string DataOf(string answer, AppointmentRow appointment)
    {
        var data = $"rem:{answer}:{appointment.BookingId}";
        return Encoding.UTF8.GetByteCount(data) <= LongestData ? data : $"rem:{answer}:{appointment.Key}";
    }

    private Dictionary<string, string?> Values(AppointmentRow appointment, string? client)
    {
        var wall = WallClock.Parse(appointment.Wall);
        return new Dictionary<string, string?>
        {
            ["client"] = client, ["service"] = appointment.Service, ["staff"] = appointment.Staff,
            ["date"] = wall.ToString("d MMMM, dddd", ClientWords.Language), ["time"] = wall.ToString("HH:mm", ClientWords.Language),
            ["branch"] = settings.Salon.Branches.Count > 1 ? settings.Salon.NameOf(appointment.Branch) : null, ["address"] = null,
        };
    }
}
