using System.Globalization;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>What a guide makes its calls of.</summary>
/// <param name="Address">The whole address the channel calls.</param>
/// <param name="Members">Of the endpoint, in clear: for the owner who has just made them.</param>
internal sealed record GuideInput(string Address, IReadOnlyDictionary<string, string> Members, DateTimeOffset Now)
{
    public string this[string member] => Members.GetValueOrDefault(member) ?? "";

    public string Seconds => Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    // A record prints its members; this one must not.
    public override string ToString() => "guide input";
}
