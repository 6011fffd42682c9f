using System.Security.Claims;
using AuditDashboard.Access.Viewing;

namespace AuditDashboard.Access.Journal;

/// <summary>Who acts, from where.</summary>
/// <param name="Who">Id of a person, <c>key:&lt;id&gt;</c>, or empty.</param>
internal sealed record JournalActor(string Who, string Address, string Device)
{
    public static JournalActor Of(HttpContext context, string who)
    {
        var (address, device) = Origin.Of(context);
        return new JournalActor(who, address, device);
    }

    public static JournalActor Of(ClaimsPrincipal person) => new(
        person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", person.FindFirstValue(OriginClaims.Address) ?? "",
        person.FindFirstValue(OriginClaims.Device) ?? "");
}
