using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Max;
using AuditDashboard.Channels.Telegram;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>Bots of messengers that call us themselves (channels.md sections 1.1, 4.2 and 5). The owner's token stays a place to fill in: it is no part of a page.</summary>
internal static class BotGuides
{
    private static readonly string Token = "BOT_TOKEN";

    public static readonly KindGuide Max = new("max", 3, [CheckStages.Address, CheckStages.Secret, CheckStages.Body], input =>
    [
        new(WebCall.Register, "POST", $"{ServiceAddress.Of("max", input[EndpointShape.ApiBaseUrl])}/subscriptions", WebCall.Json,
            MaxSubscription.Json(input.Address, input[EndpointShape.Secret]), ("Authorization", Token)),
        new(WebCall.Trial, "POST", input.Address, WebCall.Json, $$"""{"update_type":"trial","timestamp":{{input.Seconds}}000}""", (MaxKind.SecretHeader, input[EndpointShape.Secret])),
    ]);

    public static readonly KindGuide Telegram = new("telegram", 3, [CheckStages.Address, CheckStages.Secret, CheckStages.Body], input =>
    [
        new(WebCall.Register, "POST", $"{ServiceAddress.Of("telegram", input[EndpointShape.ApiBaseUrl])}/bot{Token}/setWebhook", WebCall.Json,
            $$"""{"url":"{{input.Address}}","secret_token":"{{input[EndpointShape.Secret]}}","allowed_updates":["message","edited_message","callback_query","my_chat_member","message_reaction"]}"""),
        new(WebCall.Trial, "POST", input.Address, WebCall.Json, $$"""{"update_id":{{input.Seconds}},"trial":{} }""", (TelegramKind.SecretHeader, input[EndpointShape.Secret])),
    ]);

    /// <summary>VK's cabinet registers the address; there is nothing to call.</summary>
    public static readonly KindGuide Vk = new("vk", 4, [CheckStages.Address, CheckStages.Handshake, CheckStages.Secret, CheckStages.Body], input =>
    [
        new(WebCall.Trial, "POST", input.Address, WebCall.Json,
            $$"""{"type":"trial","event_id":"trial-{{input.Seconds}}","group_id":{{(input["GroupId"] is { Length: > 0 } group ? group : "1")}},"v":"5.199","secret":"{{input[EndpointShape.Secret]}}","object":{} }"""),
    ]);
}
