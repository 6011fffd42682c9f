using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>
/// <c>sendMessage</c> of GREEN-API (channels.md section 6.1), to the messenger its instance drives: the endpoint's <c>Messenger</c>, WhatsApp where it
/// names none. No buttons: the text says what to answer. Taken means queued there for up to 24 h.
/// </summary>
internal sealed class GreenApiSender(ServiceCall service) : IChannelSender
{
    public string Kind => "greenapi";

    public Pace Pace => Pace.OfGateways;

    public int LongestText => 4000;

    public bool CanSend(ChannelEndpoint endpoint) => endpoint.Member("InstanceId") is not null && endpoint.Member("ApiToken") is not null;

    public string ChannelOf(ChannelEndpoint endpoint) => Messengers.Of(endpoint);

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => ChatOf(message.Address, ChannelOf(endpoint)) is null ? "address" : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var channel = ChannelOf(endpoint);
        var chat = ChatOf(message.Address, channel)!;
        var version = channel == "max" ? "/v3" : "";
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{ServiceAddress.Of(endpoint)}{version}/waInstance{endpoint.Member("InstanceId")}/sendMessage/{endpoint.Member("ApiToken")}");
        var answer = await service.SendAsync(endpoint.Kind, request, JsonBody.Of(json =>
        {
            json.WriteString("chatId"u8, chat);
            json.WriteString("message"u8, AnswerWords.Under(message.Text, message.Buttons));
        }), cancel);
        return Judge(answer, chat);
    }

    /// <summary>WhatsApp's chats have a suffix; opaque ids keep the one they came with. The other messengers' are bare numbers.</summary>
    private static string? ChatOf(string address, string channel) => channel != "whatsapp" ? ClientAddress.Number(address, ClientAddress.PrefixOf(channel))
        : ClientAddress.Of(address, "wa") is not { } id ? null
        : ChannelParts.Phone(id) is { } phone ? $"{phone[1..]}@c.us"
        : id.EndsWith("@lid", StringComparison.Ordinal) || id.EndsWith("@c.us", StringComparison.Ordinal) ? id
        : null;

    private static Verdict Judge(ServiceAnswer answer, string chat)
    {
        if (answer.Failure is { } failure)
        {
            return failure;
        }

        if (answer.Status == StatusCodes.Status200OK && ChannelParts.Id(answer.Body, "idMessage") is { } sent)
        {
            return Verdict.Sent($"{chat}/{sent}");
        }

        return answer.Status switch
        {
            400 => Refused(ChannelText.Of(answer.Body, "message") ?? ChannelText.Of(answer.Body, "error") ?? ""),
            401 or 403 => Verdict.Misconfigured("token-revoked"),
            466 => Verdict.Misconfigured("quota"),
            // The gateway gave up on somebody behind it: what became of the message is open.
            499 => Verdict.Uncertain("http-499"),
            _ => answer.Stranger,
        };
    }

    private static Verdict Refused(string words) =>
        words.Contains("starting process", StringComparison.OrdinalIgnoreCase) ? Verdict.Later("instance-starting", TimeSpan.FromMinutes(1))
        : words.Contains("chatId", StringComparison.Ordinal) ? Verdict.Unreachable("chat-invalid")
        : words.Contains("authorized", StringComparison.OrdinalIgnoreCase) ? Verdict.Misconfigured("signed-out")
        : Verdict.Misconfigured("400");
}
