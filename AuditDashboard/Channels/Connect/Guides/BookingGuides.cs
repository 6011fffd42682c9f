namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>The booking system and the CRM (channels.md section 7.1; bitrix24.md section 9): both are told the address in their own cabinets.</summary>
internal static class BookingGuides
{
    public static readonly KindGuide Yclients = new("yclients", 3, [CheckStages.Address, CheckStages.Path, CheckStages.Body], input =>
    [
        new(WebCall.Trial, "POST", input.Address, WebCall.Json,
            $$"""{"company_id":{{(input["CompanyId"] is { Length: > 0 } company ? company : "1")}},"resource":"trial","resource_id":{{input.Seconds}},"status":"create","data":{} }"""),
    ]);

    public static readonly KindGuide Bitrix24 = new("bitrix24", 3, [CheckStages.Address, CheckStages.Typed, CheckStages.Body], input =>
    [
        new(WebCall.Trial, "POST", input.Address, WebCall.Form,
            $"event=TRIAL&ts={input.Seconds}&auth%5Bapplication_token%5D={Uri.EscapeDataString(input["ApplicationToken"])}"),
    ]);
}
