namespace AuditDashboard.Channels.Connect;

/// <summary>What the viewer is about to connect, as far as they have said.</summary>
public sealed class ConnectDraft
{
    /// <summary><see cref="Connection.ByKey"/>, or a kind of http-api.md section 4.</summary>
    public string Kind { get; set; } = Connection.ByKey;

    public string Bot { get; set; } = "";

    /// <summary>Empty = the whole organization.</summary>
    public string Branch { get; set; } = "";

    /// <summary>Members the viewer typed; some are secrets.</summary>
    public Dictionary<string, string> Typed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Chosen when the address is shown; null for the events API.</summary>
    public string? EndpointId { get; set; }
}
