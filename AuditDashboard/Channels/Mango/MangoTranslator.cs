using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Mango;

/// <summary>
/// A notice of the exchange in our words (channels.md section 8.1). Pure, and told by what stands in it: an old body in quarantine no longer knows the
/// path it came by. A call is a session of its own, named by <c>entry_id</c>; its legs only tell how it went, the summary is what counts.
/// </summary>
internal static class MangoTranslator
{
    public static readonly string Channel = "phone";

    /// <param name="receivedAt">The event's time where the notice has none.</param>
    public static ChannelEvent Translate(JsonElement notice, DateTimeOffset receivedAt)
    {
        var entry = ChannelText.Word(notice, "entry_id");
        var plain = new ChannelEvent(DedupeKey.Of("mango", DedupeKey.Digest(notice.GetRawText())), "other", ChannelText.UnixSeconds(notice, "timestamp", receivedAt), Channel)
        {
            Session = entry, Actor = "system",
        };
        return notice switch
        {
            _ when entry is null => plain with { Data = ChannelEvent.Named(("kind", "unknown")) },
            _ when ChannelText.Of(notice, "call_state") is { } state => Leg(plain, notice, state),
            _ when ChannelText.Number(notice, "entry_result") is not null || ChannelText.Number(notice, "create_time") is not null => Summary(plain, notice),
            _ when ChannelText.Word(notice, "recording_id") is { } recording => Recording(plain, notice, recording),
            _ => plain with { Data = ChannelEvent.Named(("kind", "notice")) },
        };
    }

    private static ChannelEvent Leg(ChannelEvent plain, JsonElement notice, string state)
    {
        var sides = MangoSides.OfLeg(notice);
        // The documentation itself writes "locaton" in places.
        var place = ChannelText.Of(notice, "location") ?? ChannelText.Of(notice, "locaton");
        var type = state switch
        {
            "Appeared" => EventTypes.CallStarted,
            // The menu and the queue take a call without anybody having answered it.
            "Connected" when place is not ("ivr" or "queue") => EventTypes.CallAnswered,
            "Disconnected" => EventTypes.CallEnded,
            _ => "other",
        };
        return sides.Address(plain) with
        {
            Id = DedupeKey.Of("mango", ChannelText.Word(notice, "call_id"), ChannelText.Word(notice, "seq") ?? state), Type = type,
            ExternalId = ChannelText.Word(notice, "call_id"), Call = new ChannelCall(sides.Direction),
            Data = ChannelEvent.Named(
                ("kind", type == "other" ? $"call.{ForeignText.Cut(state, 32)}" : null), ("leg", state == "Disconnected" ? true : null), ("location", place),
                ("seq", ChannelText.Number(notice, "seq")), ("line", sides.Line), ("extension", sides.Extension), ("reason", ChannelText.Number(notice, "disconnect_reason"))),
        };
    }

    private static ChannelEvent Summary(ChannelEvent plain, JsonElement notice)
    {
        var sides = MangoSides.OfSummary(notice);
        var isAnswered = ChannelText.Number(notice, "entry_result") == 1;
        var (created, talk, ended) = (Seconds(notice, "create_time"), Seconds(notice, "talk_time"), Seconds(notice, "end_time"));
        var type = isAnswered || sides.Direction != "in" ? EventTypes.CallEnded : EventTypes.CallMissed;
        var result = isAnswered ? "answered" : type == EventTypes.CallMissed ? "missed" : "no_answer";
        return sides.Address(plain) with
        {
            Id = DedupeKey.Of("mango", plain.Session, "summary"), Type = type, ExternalId = plain.Session,
            Time = ChannelText.UnixSeconds(notice, "end_time", ChannelText.UnixSeconds(notice, "create_time", plain.Time)),
            Call = new ChannelCall(sides.Direction, result, isAnswered ? ended - talk ?? 0 : 0, (talk ?? ended) - created),
            Data = ChannelEvent.Named(
                ("result", result), ("line", sides.Line), ("extension", sides.Extension), ("reason", ChannelText.Number(notice, "disconnect_reason"))),
        };
    }

    /// <summary>Ready to be fetched; while it is still being made it is only a notice.</summary>
    private static ChannelEvent Recording(ChannelEvent plain, JsonElement notice, string recording)
    {
        var state = ChannelText.Of(notice, "recording_state");
        return plain with
        {
            Id = DedupeKey.Of("mango", "recording", recording, state ?? "added"), Type = state is null ? "call.recorded" : "other",
            Call = state is null ? new ChannelCall(null, RecordId: recording) : null, ExternalId = recording,
            Data = ChannelEvent.Named(("kind", state is null ? null : $"recording.{ForeignText.Cut(state, 32)}"), ("completion", ChannelText.Number(notice, "completion_code"))),
        };
    }

    /// <summary>0 is not a moment of 1970: there was none.</summary>
    private static long? Seconds(JsonElement notice, string name) => ChannelText.Number(notice, name) is { } moment and > 0 and < 4_102_444_800 ? moment : null;
}
