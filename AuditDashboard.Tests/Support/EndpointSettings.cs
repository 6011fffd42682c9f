namespace AuditDashboard.Tests.Support;

/// <summary>One provisioned endpoint, <c>ep-&lt;kind&gt;</c> of <c>salon-bot</c> in the branch <c>center</c>, in a salon on Moscow's time.</summary>
internal static class EndpointSettings
{
    public static (string, string?)[] Of(string kind, params (string Member, string Value)[] members) =>
    [
        ("Provisioning:Organization:TimeZone", "Europe/Moscow"),
        .. new[] { ("Id", $"ep-{kind}"), ("Kind", kind), ("Bot", "salon-bot"), ("Branch", "center") }.Concat(members)
            .Select(member => ($"Provisioning:Endpoints:0:{member.Item1}", (string?)member.Item2)),
    ];
}
