using System.Text;
using AuditDashboard.Channels.Mango;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>Telephone exchanges (channels.md sections 8.1 and 8.2).</summary>
internal static class PhoneGuides
{
    /// <summary>Mango is given the base address and puts <c>/events/…</c> behind it.</summary>
    public static readonly KindGuide Mango = new("mango", 4, [CheckStages.Address, CheckStages.Typed, CheckStages.Body], input =>
    {
        var json = $$"""{"trial":{{input.Seconds}},"timestamp":{{input.Seconds}}}""";
        var sign = MangoKind.Sign(input["ApiKey"], Encoding.UTF8.GetBytes(json), input["ApiSalt"]);
        return
        [
            new WebCall(WebCall.Trial, "POST", $"{input.Address}/events/trial", WebCall.Form,
                $"vpbx_api_key={Uri.EscapeDataString(input["ApiKey"])}&sign={sign}&json={Uri.EscapeDataString(json)}"),
        ];
    });

    public static readonly KindGuide Uis = new("uis", 4, [CheckStages.Address, CheckStages.Path, CheckStages.Body], input =>
    [
        new(WebCall.Trial, "POST", input.Address, WebCall.Json, $$"""{"notification_name":"trial","external_id":"{{input.Seconds}}"}"""),
    ]);
}
