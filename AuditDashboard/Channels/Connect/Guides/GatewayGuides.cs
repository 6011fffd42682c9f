using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>Gateways that drive accounts of messengers (channels.md sections 6.1 and 6.2).</summary>
internal static class GatewayGuides
{
    private static readonly string[] Stages = [CheckStages.Address, CheckStages.Secret, CheckStages.Body];

    public static readonly KindGuide GreenApi = new("greenapi", 3, Stages, input =>
    [
        new(WebCall.Register, "POST", $"{ServiceAddress.Of("greenapi", input[EndpointShape.ApiBaseUrl])}/waInstance{Instance(input)}/setSettings/API_TOKEN", WebCall.Json,
            $$"""{"webhookUrl":"{{input.Address}}","webhookUrlToken":"{{input[EndpointShape.Secret]}}","incomingWebhook":"yes","outgoingWebhook":"yes","outgoingMessageWebhook":"yes","outgoingAPIMessageWebhook":"yes","stateWebhook":"yes"}"""),
        new(WebCall.Trial, "POST", input.Address, WebCall.Json,
            $$"""{"typeWebhook":"trial","timestamp":{{input.Seconds}},"idMessage":"trial-{{input.Seconds}}"}""", ("Authorization", $"Bearer {input[EndpointShape.Secret]}")),
    ]);

    public static readonly KindGuide Wazzup = new("wazzup", 3, Stages, input =>
    [
        new(WebCall.Register, "PATCH", $"{ServiceAddress.Of("wazzup", input[EndpointShape.ApiBaseUrl])}/v3/webhooks", WebCall.Json,
            $$"""{"webhooksUri":"{{input.Address}}","subscriptions":{"messagesAndStatuses":true,"contactsAndDealsCreation":false,"channelsUpdates":true,"templateStatus":true} }""",
            ("Authorization", "Bearer API_KEY")),
        new(WebCall.Trial, "POST", input.Address, WebCall.Json, $$"""{"trial":{{input.Seconds}}}""", ("Authorization", $"Bearer {input[EndpointShape.Secret]}")),
    ]);

    private static string Instance(GuideInput input) => input["InstanceId"] is { Length: > 0 } known ? known : "INSTANCE_ID";
}
