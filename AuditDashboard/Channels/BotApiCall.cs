namespace AuditDashboard.Channels;

/// <summary>A call of the Bot API that is over (channels.md section 1.5).</summary>
/// <param name="Fields">The call's parameters that are no files, lists and objects as JSON; empty where they could not be read.</param>
/// <param name="Answer">The body of the answer, unpacked.</param>
/// <param name="At">When the answer came, UTC: the time of events whose answer carries none.</param>
public sealed record BotApiCall(string Method, IReadOnlyDictionary<string, string> Fields, int Status, ReadOnlyMemory<byte> Answer, DateTimeOffset At)
{
    // A record prints its members; this one holds a client's words.
    public override string ToString() => $"{Method} {Status}";
}
