namespace AuditDashboard.Reminders.Rules;

/// <summary>Who is reminded when and how (http-api.md section 1).</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Provisioning:Reminders";

    /// <summary>Off = the assistant or the booking system reminds by itself.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Replace the app's own two, 24 h and 3 h before.</summary>
    public List<Rule> Rules { get; set; } = [];

    public Quiet QuietHours { get; set; } = new();

    /// <summary>Channels after the one the client last wrote in; those not named are not used.</summary>
    public List<string> ChannelOrder { get; set; } = [];

    /// <summary>Name of a message template that the messenger has approved, for clients who have not written for a day; its parameters are client, service, date, time.</summary>
    public string? Template { get; set; }

    public string TemplateLanguage { get; set; } = "ru";

    internal sealed class Rule
    {
        /// <summary><c>24:00:00</c>; at most 30 days.</summary>
        public string Before { get; set; } = "";

        public string? Service { get; set; }
        public string? Branch { get; set; }

        /// <summary>With <c>{client} {service} {staff} {date} {time} {branch} {address}</c>.</summary>
        public string? Text { get; set; }

        public MessageClass Class { get; set; }
    }

    internal sealed class Quiet
    {
        public string From { get; set; } = "21:00";
        public string To { get; set; } = "09:00";
    }
}
