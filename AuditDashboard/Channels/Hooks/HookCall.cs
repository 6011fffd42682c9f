using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Hooks;

/// <summary>One call of a messenger or bot to its endpoint.</summary>
/// <param name="Rest">What follows the endpoint's id in the path, without a slash at either end.</param>
/// <param name="Bytes">The body as it came (unpacked when gzip); signatures cover these.</param>
/// <param name="Text">The body without a byte order mark.</param>
internal sealed record HookCall(
    HttpRequest Request, ChannelEndpoint Endpoint, string Rest, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Text, DateTimeOffset ReceivedAt)
{
    /// <summary>The body as it came over the wire, for who passes the call on: still packed where it came as gzip.</summary>
    public ReadOnlyMemory<byte> Packed { get; init; } = Bytes;

    /// <summary>True where the words are one of the endpoint's secrets of this moment; compared in constant time.</summary>
    public bool Knows(string? offered)
    {
        var knows = false;
        foreach (var secret in Endpoint.Secrets(ReceivedAt))
        {
            knows |= Secrets.Same(offered, secret);
        }

        return knows;
    }

    /// <summary>The header's only value; null where it is absent or comes twice.</summary>
    public string? Header(string name) => Request.Headers[name] is [{ } one] ? one : null;
}
