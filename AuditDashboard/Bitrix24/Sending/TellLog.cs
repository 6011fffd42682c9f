using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>
/// Puts into the log what the portal did with a lead: <c>lead.linked</c> with its number, <c>lead.changed</c> at every stage, <c>lead.closed</c> with
/// <c>data.semantics</c> when it is won (S) or lost (F), and what its stage's name says of the loss. They lie in the dialog the lead came from.
/// </summary>
internal sealed partial class TellLog(IEventLog log, ISessions sessions, PortalStore portal, TimeProvider time, ILogger<TellLog> logger)
{
    public Task<bool> LinkedAsync(LinkRow link, CancellationToken cancel) =>
        AppendAsync(link, "lead.linked", DedupeKey.Of("b24", "linked", Number(link.Id), Number(link.PortalId ?? 0)), time.GetUtcNow(), cancel);

    /// <summary>The stage, the outcome or the sum is another than before.</summary>
    public Task<bool> ChangedAsync(LinkRow link, CancellationToken cancel)
    {
        var type = link.Semantics is "S" or "F" ? EventTypes.LeadClosed : "lead.changed";
        var id = DedupeKey.Of("b24", Number(link.Id), link.StageId, Number(link.Sum ?? 0), Number((link.PortalUpdatedAt ?? time.GetUtcNow()).ToUnixTimeSeconds()));
        return AppendAsync(link, type, id, link.PortalUpdatedAt ?? time.GetUtcNow(), cancel);
    }

    public Task<bool> GoneAsync(LinkRow link, CancellationToken cancel) =>
        AppendAsync(link, "lead.changed", DedupeKey.Of("b24", "gone", Number(link.Id), Number(link.PortalId ?? 0)), time.GetUtcNow(), cancel);

    private async Task<bool> AppendAsync(LinkRow link, string type, string id, DateTimeOffset at, CancellationToken cancel)
    {
        var session = link.SessionId is { } sessionId ? await sessions.FindAsync(sessionId, cancel) : null;
        var json = Write(link, session, type, id, at);
        if (EventJudge.Judge(json, out _) is not { } content)
        {
            LogRefused(link.Id, type);
            return true;
        }

        var draft = new EventDraft
        {
            Bot = link.Bot, Source = "bitrix24", Envelope = OutboxStep.FromPortal, Content = content, Json = json, RepeatsMayDiffer = true,
        };
        return (await log.AppendAsync([draft], cancel)).Succeeded;
    }

    private ReadOnlyMemory<byte> Write(LinkRow link, SessionSummary? session, string type, string id, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, type);
        json.WriteString("time"u8, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("actor"u8, "system");
        WriteSession(json, session);
        WriteLead(json, link);
        WriteFacts(json, link, link.Semantics == "F" ? StageMeaning.Of(portal.Current?.Facts ?? PortalFacts.Unknown, link.DealId is null ? link.EntityTypeId : 2, link.StageId) : default);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteSession(Utf8JsonWriter json, SessionSummary? session)
    {
        Write(json, "session", session?.Key);
        if (session is { Key: null, ClientAddress: { } address })
        {
            Write(json, "channel", session.Channel);
            json.WriteStartObject("client"u8);
            json.WriteString("id"u8, address);
            json.WriteEndObject();
        }
    }

    private static void WriteLead(Utf8JsonWriter json, LinkRow link)
    {
        var number = link.EntityTypeId == 1 ? link.PortalId : null;
        if (link.LeadId is null && number is null)
        {
            return;
        }

        json.WriteStartObject("lead"u8);
        Write(json, "id", link.LeadId);
        if (number is { } known)
        {
            json.WriteNumber("bitrix24"u8, known);
        }

        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, LinkRow link, (string? Exclude, string? Reason) meaning)
    {
        json.WriteStartObject("data"u8);
        json.WriteString("by"u8, "bitrix24");
        Write(json, "state", link.State);
        Write(json, "stage", link.StageId);
        Write(json, "semantics", link.Semantics);
        Write(json, "exclude", meaning.Exclude);
        Write(json, "reason", meaning.Reason);
        Write(json, "currency", link.Currency);
        if (link.Sum is { } sum)
        {
            json.WriteNumber("amount"u8, sum / 100m);
        }

        if ((link.DealId ?? (link.EntityTypeId == 2 ? link.PortalId : null)) is { } deal)
        {
            json.WriteNumber("deal"u8, deal);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 4110, Level = LogLevel.Error, Message = "What the portal told of lead {LinkId} ({Type}) is no valid event")]
    private partial void LogRefused(long linkId, string type);
}
