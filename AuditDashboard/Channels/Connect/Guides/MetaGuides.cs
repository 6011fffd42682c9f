using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Channels.Meta;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>Meta's two channels (channels.md sections 2 and 3). The trial is signed here, over just these bytes, so that no program need know the key.</summary>
internal static class MetaGuides
{
    private static readonly string[] Stages = [CheckStages.Address, CheckStages.Handshake, CheckStages.Typed, CheckStages.Body];

    public static readonly KindGuide WhatsApp = new("whatsapp", 4, Stages, input => [Trial(input, "whatsapp_business_account")]);
    public static readonly KindGuide Instagram = new("instagram", 4, Stages, input => [Trial(input, "instagram")]);

    private static WebCall Trial(GuideInput input, string what)
    {
        var body = $$"""{"object":"{{what}}","entry":[{"id":"0","time":{{input.Seconds}},"changes":[{"field":"trial","value":{} }]}]}""";
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(input["AppSecret"]), Encoding.UTF8.GetBytes(body));
        return new WebCall(WebCall.Trial, "POST", input.Address, WebCall.Json, body, (MetaAdmission.SignatureHeader, $"sha256={Convert.ToHexStringLower(sign)}"));
    }
}
