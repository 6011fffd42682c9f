using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.Max;

/// <summary><c>POST /messages</c> and <c>POST /answers</c> of MAX (channels.md section 4.4). The token stands in the header, without «Bearer».</summary>
internal sealed class MaxSender(ServiceCall service) : IChannelSender
{
    private const string Prefix = "max";

    public string Kind => MaxKind.KindName;

    public Pace Pace => Pace.OfBots;

    public int LongestText => 4000;

    public bool CanSend(ChannelEndpoint endpoint) => endpoint.Member("BotToken") is not null;

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => ClientAddress.Number(message.Address, Prefix) is null ? "address" : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var user = ClientAddress.Number(message.Address, Prefix)!;
        return Judge(await CallAsync(endpoint, $"/messages?user_id={user}", JsonBody.Of(json =>
        {
            json.WriteString("text"u8, message.Text);
            WriteKeyboard(json, message.Buttons);
            json.WriteBoolean("notify"u8, true);
        }), cancel));
    }

    /// <summary>The message stays and its keyboard goes; a MAX that wants a text with it still gets the notice.</summary>
    public async Task SettleAsync(ChannelEndpoint endpoint, SettledPress press, CancellationToken cancel)
    {
        if (press.CallbackId is not { Length: > 0 } callback)
        {
            return;
        }

        var path = $"/answers?callback_id={Uri.EscapeDataString(callback)}";
        var answer = await CallAsync(endpoint, path, JsonBody.Of(json =>
        {
            json.WriteStartObject("message"u8);
            json.WriteStartArray("attachments"u8);
            json.WriteEndArray();
            json.WriteEndObject();
            WriteNotice(json, press.Notice);
        }), cancel);
        if (answer.Status == StatusCodes.Status400BadRequest && !string.IsNullOrEmpty(press.Notice))
        {
            await CallAsync(endpoint, path, JsonBody.Of(json => WriteNotice(json, press.Notice)), cancel);
        }
    }

    private static void WriteNotice(Utf8JsonWriter json, string? notice)
    {
        if (!string.IsNullOrEmpty(notice))
        {
            json.WriteString("notification"u8, notice);
        }
    }

    private static void WriteKeyboard(Utf8JsonWriter json, IReadOnlyList<AnswerButton> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        json.WriteList("attachments", [buttons], _ =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "inline_keyboard"u8);
            json.WriteStartObject("payload"u8);
            json.WriteList("buttons", ButtonRows.Of(buttons), row =>
            {
                json.WriteStartArray();
                foreach (var button in row)
                {
                    json.WriteStartObject();
                    json.WriteString("type"u8, "callback"u8);
                    json.WriteString("text"u8, button.Text);
                    json.WriteString("payload"u8, button.Data);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private async Task<ServiceAnswer> CallAsync(ChannelEndpoint endpoint, string path, WatchedContent body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ServiceAddress.Of(endpoint) + path);
        request.Headers.TryAddWithoutValidation("Authorization", endpoint.Member("BotToken"));
        return await service.SendAsync(endpoint.Kind, request, body, cancel);
    }

    private static Verdict Judge(ServiceAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            return failure;
        }

        var code = ChannelText.Of(answer.Body, "code");
        if (answer.Status == StatusCodes.Status200OK && code is null && ChannelText.Part(answer.Body, "message") is { ValueKind: JsonValueKind.Object } sent)
        {
            return Verdict.Sent(ChannelText.Word(ChannelText.Part(sent, "body"), "mid"));
        }

        var word = ServiceCode.Of(code);
        return (answer.Status, code) switch
        {
            (_, null) => answer.Stranger,
            (_, "attachment.not.ready") => Verdict.Later(word),
            (400 or 405, _) => Verdict.Misconfigured(word),
            (401, _) => Verdict.Misconfigured(word),
            (403 or 404, _) => Verdict.Unreachable(word),
            (429, _) => Verdict.Limited(word, answer.RetryAfter),
            _ => answer.Stranger,
        };
    }
}
