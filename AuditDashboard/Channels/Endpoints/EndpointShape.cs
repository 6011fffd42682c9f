using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.Noticing;
using static AuditDashboard.Channels.Endpoints.MemberSource;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>What an endpoint of a kind consists of, for whoever connects one: a new kind is one line here.</summary>
/// <param name="SecretInPath">The secret is the last part of the address (http-api.md section 4): the address is as secret as it.</param>
internal sealed record EndpointShape(string Kind, bool SecretInPath, params IReadOnlyList<EndpointMember> Members)
{
    public static readonly string Secret = "Secret";
    public static readonly string ApiBaseUrl = "ApiBaseUrl";

    private static readonly EndpointMember Made = new(Secret, MemberSource.Made);
    private static readonly EndpointMember BotToken = new("BotToken", Optional);
    private static readonly EndpointMember AccessToken = new("AccessToken", Optional);
    private static readonly EndpointMember Messenger = new("Messenger", Optional, IsSecret: false);
    private static readonly EndpointMember BaseUrl = new(ApiBaseUrl, Optional, IsSecret: false);
    // A bot's own webhook may carry a secret in its path.
    private static readonly EndpointMember Forward = new(ForwardAddress.Member, Optional);

    /// <summary>In the order of the wizard: what a salon in Russia connects first comes first.</summary>
    public static readonly IReadOnlyList<EndpointShape> All =
    [
        new("max", false, Made, BotToken, Forward, BaseUrl),
        new("telegram", false, Made, BotToken, Forward, BaseUrl),
        new("vk", false, new("ConfirmationCode", Asked), new(Secret, MadeUnlessGiven), new("GroupId", Optional, IsSecret: false), AccessToken, Forward, BaseUrl),
        new("whatsapp", false, new("AppSecret", Asked), new("VerifyToken", MemberSource.Made), new("PhoneNumberId", Optional, IsSecret: false), AccessToken, Forward, BaseUrl),
        new("instagram", false, new("AppSecret", Asked), new("VerifyToken", MemberSource.Made), AccessToken, Forward, BaseUrl),
        new("greenapi", false, Made, new("InstanceId", Optional, IsSecret: false), new("ApiToken", Optional), Messenger, Forward, BaseUrl),
        new("wazzup", false, new(Secret, MadeUnlessGiven), new("ChannelId", Optional, IsSecret: false), AccessToken, Messenger, Forward, BaseUrl),
        new("yclients", true, Made, new("CompanyId", Optional, IsSecret: false), new("PartnerToken", Optional), new("UserToken", Optional), BaseUrl),
        new("mango", false, new("ApiKey", Asked), new("ApiSalt", Asked)),
        new("uis", true, Made),
        new("bitrix24", false, new EndpointMember("ApplicationToken", Asked)),
        new("events", false, Made, new(NoticeAddress.Member, Optional), Forward),
    ];

    /// <summary>Null for a kind nobody connects on a page.</summary>
    public static EndpointShape? Of(string kind) => All.FirstOrDefault(shape => shape.Kind == kind);

    /// <summary>A page may change the secret by itself: it is ours.</summary>
    public bool CanRotate => Members.Any(member => member.Name == Secret && member.IsMade);

    public IEnumerable<EndpointMember> Typed => Members.Where(member => member.IsAsked);
}
