using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>
/// <c>POST /v25.0/&lt;phone number id&gt;/messages</c> of the Cloud API (channels.md section 2.5): free text within 24 h of the client's last message,
/// an approved template outside.
/// </summary>
internal sealed partial class WhatsAppSender(ServiceCall service, TimeProvider time) : IChannelSender
{
    public static readonly string OutsideWindow = "outside-window";

    private const string Version = "v25.0";

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public string Kind => "whatsapp";

    public Pace Pace => Pace.OfBots;

    public int LongestText => 4096;

    public bool CanSend(ChannelEndpoint endpoint) => endpoint.Member("AccessToken") is not null && endpoint.Member("PhoneNumberId") is not null;

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => Recipient(message.Address) is null ? "address"
        : message.Template is null && !IsOpen(message.LastInboundAt, time.GetUtcNow()) ? OutsideWindow
        : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var recipient = Recipient(message.Address)!.Value;
        if (!IsOpen(message.LastInboundAt, time.GetUtcNow()))
        {
            // The window may have closed while the message waited for its turn.
            return message.Template is { } template ? await TemplateAsync(endpoint, recipient, template, message, cancel) : Verdict.Unreachable(OutsideWindow);
        }

        var verdict = WhatsAppVerdict.Of(await CallAsync(endpoint, recipient, json => WhatsAppBody.WriteText(json, message), cancel));
        // Meta's clock closed the window: the text was refused for certain, and the template is what Meta asks for instead.
        return verdict.Result.Code == WhatsAppVerdict.WindowClosed && message.Template is { } instead ? await TemplateAsync(endpoint, recipient, instead, message, cancel) : verdict;
    }

    /// <summary>The client wrote within the last 24 h.</summary>
    public static bool IsOpen(DateTimeOffset? lastInboundAt, DateTimeOffset now) => now - lastInboundAt < Window;

    private async Task<Verdict> TemplateAsync(
        ChannelEndpoint endpoint, (string Member, string Id) recipient, OutgoingTemplate template, OutgoingMessage message, CancellationToken cancel) =>
        WhatsAppVerdict.Of(await CallAsync(endpoint, recipient, json => WhatsAppBody.WriteTemplate(json, template, message.Buttons), cancel));

    private async Task<ServiceAnswer> CallAsync(
        ChannelEndpoint endpoint, (string Member, string Id) recipient, Action<Utf8JsonWriter> content, CancellationToken cancel)
    {
        var root = ServiceAddress.Of(endpoint);
        root = VersionAtEnd().IsMatch(root) ? root : $"{root}/{Version}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/{endpoint.Member("PhoneNumberId")}/messages");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {endpoint.Member("AccessToken")}");
        return await service.SendAsync(endpoint.Kind, request, JsonBody.Of(json =>
        {
            json.WriteString("messaging_product"u8, "whatsapp"u8);
            json.WriteString("recipient_type"u8, "individual"u8);
            json.WriteString(recipient.Member, recipient.Id);
            content(json);
        }), cancel);
    }

    /// <summary>A number goes into <c>to</c>; a business-scoped user id into <c>recipient</c>: in <c>to</c> it is answered 200 and dropped.</summary>
    private static (string Member, string Id)? Recipient(string address) =>
        ClientAddress.Of(address, "wa") is not { } id ? null
        : ChannelParts.Phone(id) is { } phone ? ("to", phone[1..])
        : UserId().IsMatch(id) ? ("recipient", id)
        : null;

    [GeneratedRegex("^[A-Z]{2}[.][A-Za-z0-9]{1,128}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UserId();

    [GeneratedRegex("/v[0-9]{1,3}([.][0-9])?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VersionAtEnd();
}
