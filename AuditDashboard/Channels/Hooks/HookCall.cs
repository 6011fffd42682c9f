using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Hooks;

/// <summary>One call of a messenger or bot to its endpoint.</summary>
/// <param name="Rest">What follows the endpoint's id in the path, without a slash at either end.</param>
/// <param name="Bytes">The body as it came (unpacked when gzip); signatures cover these.</param>
/// <param name="Text">The body without a byte order mark.</param>
internal sealed record HookCall(
    HttpRequest Request, ChannelEndpoint Endpoint, string Rest, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Text, DateTimeOffset ReceivedAt)
{
    /// <summary>The header's only value; null where it is absent or comes twice.</summary>
    public string? Header(string name) => Request.Headers[name] is [{ } one] ? one : null;
}
