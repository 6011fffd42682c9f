using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Telegram;

/// <summary><c>sendMessage</c>, <c>answerCallbackQuery</c> and <c>editMessageReplyMarkup</c> of the Bot API (channels.md section 1.5). Plain text: names contain <c>_*&lt;</c>.</summary>
internal sealed class TelegramSender(ServiceCall service) : IChannelSender
{
    private const string Prefix = "tg";
    private const int LongestNotice = 200;

    public string Kind => TelegramKind.KindName;

    public Pace Pace => Pace.OfBots;

    public int LongestText => 4096;

    public bool CanSend(ChannelEndpoint endpoint) => endpoint.Member("BotToken") is not null;

    public string? Refuse(ChannelEndpoint endpoint, OutgoingMessage message) => ClientAddress.Number(message.Address, Prefix) is null ? "address" : null;

    public async Task<Verdict> SendAsync(ChannelEndpoint endpoint, OutgoingMessage message, CancellationToken cancel)
    {
        var chat = ClientAddress.Number(message.Address, Prefix)!;
        var answer = await SendAsync(endpoint, chat, message, cancel);
        // The chat has moved, so nothing was delivered: its new number is the only thing to change.
        return TelegramVerdict.MovedTo(answer) is { } moved
            ? TelegramVerdict.Of(await SendAsync(endpoint, moved, message, cancel))
            : TelegramVerdict.Of(answer);
    }

    public async Task SettleAsync(ChannelEndpoint endpoint, SettledPress press, CancellationToken cancel)
    {
        if (Plain(press.CallbackId, ':') is { } query)
        {
            await CallAsync(endpoint, "answerCallbackQuery", JsonBody.Of(json =>
            {
                json.WriteString("callback_query_id"u8, query);
                if (press.Notice is { Length: > 0 } notice)
                {
                    json.WriteString("text"u8, ForeignText.Cut(notice, LongestNotice));
                }
            }), cancel);
        }

        if (ClientAddress.Number(press.Address, Prefix) is { } chat && Plain(press.MessageId, '/') is { } number && long.TryParse(number, out var message))
        {
            await CallAsync(endpoint, "editMessageReplyMarkup", JsonBody.Of(json =>
            {
                json.WritePropertyName("chat_id"u8);
                json.WriteRawValue(chat);
                json.WriteNumber("message_id"u8, message);
                json.WriteStartObject("reply_markup"u8);
                json.WriteStartArray("inline_keyboard"u8);
                json.WriteEndArray();
                json.WriteEndObject();
            }), cancel);
        }
    }

    private Task<ServiceAnswer> SendAsync(ChannelEndpoint endpoint, string chat, OutgoingMessage message, CancellationToken cancel) =>
        CallAsync(endpoint, "sendMessage", JsonBody.Of(json =>
        {
            json.WritePropertyName("chat_id"u8);
            json.WriteRawValue(chat);
            json.WriteString("text"u8, message.Text);
            WriteKeyboard(json, message.Buttons);
        }), cancel);

    private static void WriteKeyboard(Utf8JsonWriter json, IReadOnlyList<AnswerButton> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        json.WriteStartObject("reply_markup"u8);
        json.WriteList("inline_keyboard", ButtonRows.Of(buttons), row =>
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, button.Text);
                json.WriteString("callback_data"u8, button.Data);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private async Task<ServiceAnswer> CallAsync(ChannelEndpoint endpoint, string method, WatchedContent body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ServiceAddress.Of(endpoint)}/bot{endpoint.Member("BotToken")}/{method}");
        return await service.SendAsync(endpoint.Kind, request, body, cancel);
    }

    /// <summary>An id as Telegram knows it, without what our log puts before it.</summary>
    private static string? Plain(string? id, char before) => id?[(id.LastIndexOf(before) + 1)..] is { Length: > 0 } plain ? plain : null;
}
