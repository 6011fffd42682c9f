using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Yclients;

/// <summary>
/// A webhook of YCLIENTS as one event of type <c>other</c>: an update carries no old values, so what it means is not in the body. It names no client and
/// stands in no session; the facts that follow from it do.
/// </summary>
internal static class YclientsTranslator
{
    public static readonly string Channel = "yclients";

    /// <summary><c>data.kind</c> of the events that carry a record.</summary>
    public static readonly string RecordKind = "record";

    public static ChannelEvent Translate(JsonElement body, DateTimeOffset receivedAt)
    {
        var (resource, status, id) = (ChannelText.Of(body, "resource")!, ChannelText.Of(body, "status"), ChannelText.Word(body, "resource_id"));
        var record = resource == RecordKind ? YclientsRecord.Read(body) : null;
        var changed = record?.ChangedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var said = record is null ? DedupeKey.Digest(body.GetRawText()) : DedupeKey.Digest(record.State.ToString(), 10);
        return new ChannelEvent(
            DedupeKey.Of("yc", ChannelText.Word(body, "company_id"), resource, record?.Id ?? id, status, changed, said), "other", record?.ChangedAt ?? receivedAt, Channel)
        {
            Actor = "system",
            Data = ChannelEvent.Named(
                ("kind", record is null && resource == RecordKind ? "unknown" : ForeignText.Cut(resource, 64)), ("record", record?.Id), ("status", status is null ? null : ForeignText.Cut(status, 32))),
        };
    }
}
