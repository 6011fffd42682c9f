namespace AuditDashboard.Channels.Connect;

/// <summary>What the viewer is about to connect, as far as they have said.</summary>
public sealed class ConnectDraft
{
    /// <summary><see cref="Connection.ByKey"/>, <c>telegram</c> or <c>events</c>.</summary>
    public string Kind { get; set; } = Connection.ByKey;

    public string Bot { get; set; } = "";

    /// <summary>Empty = the whole organization.</summary>
    public string Branch { get; set; } = "";

    /// <summary>Telegram only: the token with which reminders are sent.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Chosen when the address is shown; null for the events API.</summary>
    public string? EndpointId { get; set; }
}
