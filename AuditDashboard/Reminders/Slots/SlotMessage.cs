using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Slots;

/// <summary>The words of an offer, where they go, and their place in the log.</summary>
internal sealed class SlotMessage(IDbContextFactory<AuditDbContext> databases, IClients clients, IMessageSender sender, IEventLog log, ReminderRules rules, SlotWords words)
{
    /// <summary>Refusals: <c>past</c>, <c>quiet</c>, <c>no_channel</c>.</summary>
    public async Task<Outcome<OutgoingMessage>> MakeAsync(AppointmentRow lost, SlotOfferRow offer, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(lost.Zone);
        if (lost.StartAt <= now || rules.Quiet.Include(WallClock.Of(now, zone)))
        {
            return new Refusal(lost.StartAt <= now ? "past" : "quiet");
        }

        var contacts = await clients.ContactsAsync(offer.ClientId, cancel);
        var addresses = contacts?.Addresses ?? [];
        await using var db = await databases.CreateDbContextAsync(cancel);
        var reaches = await db.Set<ReachRow>().AsNoTracking().Where(reach => addresses.Contains(reach.Address)).ToListAsync(cancel);
        return ReminderLadder.Next(new ReminderRow(), addresses, reaches, sender.Endpoints(), rules.ChannelOrder, lost.Bot, lost.Branch) is { } rung
            ? new OutgoingMessage(rung.Endpoint.Id, rung.Address, words.Of(lost, contacts?.Name, WallClock.Of(offer.ExpiresAt, zone)), $"slot-{offer.Key}", rung.LastInboundAt)
            : new Refusal("no_channel");
    }

    /// <summary>Sends it; what was sent stands in the client's dialog, as a campaign that answers nobody (kpi-notes.md: not substantive).</summary>
    public async Task<SendState> SendAsync(AppointmentRow lost, OutgoingMessage message, DateTimeOffset now)
    {
        SendResult result;
        try
        {
            result = await sender.SendAsync(message, CancellationToken.None);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A sender that throws has said nothing about what it did before.
            result = new SendResult(SendState.Uncertain);
        }

        if (result.State == SendState.Sent && sender.Endpoints().FirstOrDefault(known => known.Id == message.EndpointId) is { } endpoint)
        {
            await log.AppendAsync([Draft(lost, message, endpoint, result.MessageId, now)], CancellationToken.None);
        }

        return result.State;
    }

    private static EventDraft Draft(AppointmentRow lost, OutgoingMessage message, SendingEndpoint endpoint, string? messageId, DateTimeOffset now)
    {
        var members = new Dictionary<string, object?>
        {
            ["id"] = Guid.CreateVersion7(now).ToString(), ["type"] = EventTypes.MessageSent, ["time"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["actor"] = "human", ["channel"] = endpoint.Channel, ["branch"] = lost.Branch, ["externalId"] = messageId, ["text"] = message.Text,
            ["client"] = new Dictionary<string, string> { ["id"] = message.Address }, ["data"] = new Dictionary<string, object> { ["campaign"] = true, ["reason"] = "freed_slot" },
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(members.Where(member => member.Value is not null).ToDictionary());
        var content = EventJudge.Judge(json, out var problems) ?? throw new InvalidOperationException($"An offer's event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = endpoint.Bot, Envelope = "own", Endpoint = endpoint.Id, Branch = lost.Branch, Content = content, Json = json };
    }
}
