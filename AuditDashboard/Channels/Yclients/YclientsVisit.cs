using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.Yclients;

/// <summary>Writes the events that follow from a webhook: each shows the booking as it now is.</summary>
internal sealed class YclientsVisit(AppendingEvent source, YclientsRecord record, YclientsRow row, TimeZoneInfo zone)
{
    /// <param name="changedAt">When it happened, by YCLIENTS' clock.</param>
    public EventDraft? Draft(string fact, DateTimeOffset changedAt)
    {
        var happened = new ChannelEvent($"{source.Content.Id}-{fact}", YclientsFacts.Types[fact], fact == "created" ? CreatedAt(changedAt) : changedAt, YclientsTranslator.Channel)
        {
            Actor = "system",
            ClientId = record.Client?.Address, ClientName = record.Client?.Name, ClientPhone = record.Client?.Phone,
            ExternalId = record.Id, Booking = Booking(), Payment = fact == "paid" ? row.Price ?? 0 : null,
            Data = ChannelEvent.Named(("fact", fact), ("source", YclientsTranslator.Channel)),
        };
        var json = happened.ToJson();
        return EventJudge.Judge(json, out _) is not { } content ? null : new EventDraft
        {
            Bot = source.Draft.Bot, Source = source.Draft.Source, Envelope = source.Draft.Envelope, Endpoint = source.Draft.Endpoint, Branch = source.Draft.Branch,
            Content = content, Json = json, RepeatsMayDiffer = true,
        };
    }

    /// <summary>A record first seen by an update was created before it: how long ahead it was made counts (K3).</summary>
    private DateTimeOffset CreatedAt(DateTimeOffset changedAt) =>
        !record.IsNew && record.CreatedAt is { } created && created < changedAt ? created : changedAt;

    private ChannelBooking Booking()
    {
        var start = row.Start is { } local ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : (DateTimeOffset?)null;
        var end = start is { } begins && row.Seconds is { } seconds and > 0 and <= 86_400 ? begins.AddSeconds(seconds) : (DateTimeOffset?)null;
        return new ChannelBooking(record.Id, row.Service, row.Staff, start, end, row.Price);
    }
}
