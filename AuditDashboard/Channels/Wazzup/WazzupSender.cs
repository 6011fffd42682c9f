using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Channels.WhatsApp;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>
/// <c>POST /v3/message</c> of Wazzup24 (channels.md section 6.2), through the endpoint's <c>ChannelId</c> to its <c>Messenger</c>, WhatsApp where it names none. No
/// buttons: the text says what to answer. <c>crmMessageId</c> makes Wazzup drop a repeat.
/// </summary>
internal sealed class WazzupSender(ServiceCall service, TimeProvider time) : IChannelSender
{
    public string Kind => "wazzup";

    public Pace Pace => Pace.OfGateways;

    public int LongestText => 4000;

    public bool CanSend(ChannelEndpoint endpoint) => KeyOf(endpoint) is not null && endpoint.Member("ChannelId") is not null;

    public string ChannelOf(ChannelEndpoint endpoint) => Messengers.Of(endpoint);

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => ChatOf(message.Address, ChannelOf(endpoint)) is null ? "address"
        : message.Template is null && IsClosed(endpoint, message) ? WhatsAppSender.OutsideWindow
        : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var channel = ChannelOf(endpoint);
        var chat = ChatOf(message.Address, channel)!;
        var isClosed = IsClosed(endpoint, message);
        if (isClosed && message.Template is null)
        {
            // The window closed while the message waited for its turn.
            return Verdict.Unreachable(WhatsAppSender.OutsideWindow);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ServiceAddress.Of(endpoint)}/v3/message");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {KeyOf(endpoint)}");
        var answer = await service.SendAsync(endpoint.Kind, request, JsonBody.Of(json =>
        {
            json.WriteString("channelId"u8, endpoint.Member("ChannelId"));
            json.WriteString("chatType"u8, channel);
            json.WriteString("chatId"u8, chat);
            WriteContent(json, message, isClosed ? message.Template : null);
            json.WriteString("crmMessageId"u8, DedupeKey.Digest(message.Key, 32));
        }), cancel);
        return WazzupVerdict.Of(answer);
    }

    private bool IsClosed(ChannelEndpoint endpoint, OutgoingMessage message) =>
        Messengers.HasWindow(endpoint) && !WhatsAppSender.IsOpen(message.LastInboundAt, time.GetUtcNow());

    private static void WriteContent(Utf8JsonWriter json, OutgoingMessage message, OutgoingTemplate? template)
    {
        if (template is null)
        {
            json.WriteString("text"u8, AnswerWords.Under(message.Text, message.Buttons));
            return;
        }

        json.WriteString("templateId"u8, template.Name);
        json.WriteList("templateValues", template.Parameters, json.WriteStringValue);
    }

    private static string? KeyOf(ChannelEndpoint endpoint) => endpoint.Member("AccessToken") ?? endpoint.Member("ApiKey");

    private static string? ChatOf(string address, string channel) => channel != "whatsapp" ? ClientAddress.Number(address, ClientAddress.PrefixOf(channel))
        : ChannelParts.Phone(ClientAddress.Of(address, "wa")) is { } phone ? phone[1..]
        : null;
}
