using System.Text.Unicode;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// A channel whose body alone says what happened, and which is answered alike whatever that was: a body that cannot be read waits in quarantine, where a
/// person can have it read again.
/// </summary>
internal abstract class BodyKind(ReminderPresses presses) : IChannelKind, IReadAgain
{
    // Twice what any channel says it puts into one call; more would fill the queue of the log.
    private const int MostEvents = 2000;

    public abstract string Name { get; }

    public abstract HookReply? Admit(HookCall call);

    public virtual HookReply Answer(HookOutcome outcome) => HookReply.Empty;

    public async ValueTask<Translation> TranslateAsync(HookCall call, CancellationToken cancel) =>
        await OfferAsync(call.Endpoint, call.Endpoint.Bot, call.Text, call.ReceivedAt, cancel) is { } events ? new Translation(events) : Translation.NotRead("json");

    public bool Reads(string envelope) => envelope == Name;

    public ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(IReadAgain.Body body, CancellationToken cancel) =>
        OfferAsync(null, body.Bot, body.Bytes, body.ReceivedAt, cancel);

    /// <summary>The JSON in a body that is something else (a form), or JSON without what the log must not keep (a secret); null where it cannot be read.</summary>
    /// <param name="text">Without a byte order mark.</param>
    protected virtual ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> text) => text;

    /// <summary>What happened, purely from the body; null where it cannot be read. The presses in it are not judged yet.</summary>
    /// <param name="text">What <see cref="Unpack"/> gave: valid UTF-8 without a byte order mark.</param>
    /// <param name="receivedAt">The time of events that carry none.</param>
    protected abstract IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt);

    /// <summary>The same with the endpoint's settings at hand, for a channel whose bodies cannot be understood without them.</summary>
    /// <param name="endpoint">Null where the body waited in quarantine.</param>
    protected virtual IReadOnlyList<ChannelEvent>? Translate(ChannelEndpoint? endpoint, ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        Translate(text, receivedAt);

    private IReadOnlyList<ChannelEvent>? Read(ChannelEndpoint? endpoint, ReadOnlyMemory<byte> text, DateTimeOffset receivedAt)
    {
        try
        {
            return Utf8.IsValid(text.Span) ? Translate(endpoint, text, receivedAt) : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character in a member's name: the framework cannot even compare such a name with another.
            return null;
        }
    }

    private async ValueTask<IReadOnlyList<OfferedEvent>?> OfferAsync(
        ChannelEndpoint? endpoint, string bot, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, CancellationToken cancel)
    {
        if (Unpack(body) is not { } text || Read(endpoint, text, receivedAt) is not { Count: <= MostEvents } events)
        {
            return null;
        }

        return [.. (await presses.ResolveAsync(bot, events, cancel)).Select((happened, i) => new OfferedEvent(ChannelLimits.Fit(happened).ToJson(), Name)
        {
            Raw = i == 0 ? text : happened.Piece, Original = body, RepeatsMayDiffer = true,
        })];
    }
}
