namespace AuditDashboard.Channels;

/// <summary>A text the channel approved beforehand (channels.md section 2.5).</summary>
/// <param name="Name">Its name at Meta; at Wazzup its id.</param>
/// <param name="Language">Meta's code: <c>ru</c>. Wazzup does not ask.</param>
/// <param name="Parameters">Values of the body's places, in their order.</param>
public sealed record OutgoingTemplate(string Name, string Language, IReadOnlyList<string> Parameters)
{
    // A record prints its members; parameters name the client.
    public override string ToString() => $"template {Name}";
}
