using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.Vk;

/// <summary><c>messages.send</c> and <c>messages.sendMessageEventAnswer</c> (channels.md section 5). Errors come with 200; a repeated <c>random_id</c> is dropped by VK.</summary>
internal sealed class VkSender(ServiceCall service) : IChannelSender
{
    private const string Prefix = "vk";
    private const string Version = "5.199";

    public string Kind => VkKind.KindName;

    public Pace Pace => Pace.OfVk;

    public int LongestText => 4096;

    public bool CanSend(ChannelEndpoint endpoint) => endpoint.Member("AccessToken") is not null;

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => ClientAddress.Number(message.Address, Prefix) is null ? "address" : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var peer = ClientAddress.Number(message.Address, Prefix)!;
        List<KeyValuePair<string, string>> fields = [new("peer_id", peer), new("random_id", ServiceCode.Of(RandomId(message.Key))), new("message", message.Text)];
        if (message.Buttons.Count > 0)
        {
            fields.Add(new("keyboard", VkKeyboard.Of(message.Buttons)));
        }

        return VkVerdict.Of(await CallAsync(endpoint, "messages.send", fields, cancel));
    }

    /// <summary>VK takes a keyboard away only together with the text of its message, which is not known here: the buttons stay, a second press is answered alike.</summary>
    public async Task SettleAsync(ChannelEndpoint endpoint, SettledPress press, CancellationToken cancel)
    {
        if (press.CallbackId is not { Length: > 0 } pressed || ClientAddress.Number(press.Address, Prefix) is not { } user)
        {
            return;
        }

        List<KeyValuePair<string, string>> fields = [new("event_id", pressed), new("user_id", user), new("peer_id", user)];
        if (press.Notice is { Length: > 0 } notice)
        {
            fields.Add(new("event_data", VkKeyboard.Snackbar(notice)));
        }

        await CallAsync(endpoint, "messages.sendMessageEventAnswer", fields, cancel);
    }

    /// <summary>A positive 31-bit number that is always the same for the same key.</summary>
    public static int RandomId(string key) =>
        (BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) & int.MaxValue) is var number and > 0 ? number : 1;

    private async Task<ServiceAnswer> CallAsync(ChannelEndpoint endpoint, string method, List<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        fields.Add(new("access_token", endpoint.Member("AccessToken")!));
        fields.Add(new("v", Version));
        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ServiceAddress.Of(endpoint)}/method/{method}");
        return await service.SendAsync(endpoint.Kind, request, new WatchedContent(await form.ReadAsByteArrayAsync(cancel), "application/x-www-form-urlencoded"), cancel);
    }
}
