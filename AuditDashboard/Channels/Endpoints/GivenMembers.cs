using System.Text.RegularExpressions;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.Noticing;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Judges what an owner typed into the members of an endpoint.</summary>
internal static partial class GivenMembers
{
    private const int Longest = 1000;

    /// <summary>What was filled in, without blanks around it; only members the kind asks for.</summary>
    public static Dictionary<string, string> Of(EndpointShape shape, IReadOnlyDictionary<string, string> typed)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in shape.Typed)
        {
            if (typed.GetValueOrDefault(member.Name)?.Trim() is { Length: > 0 } value)
            {
                given[member.Name] = value;
            }
        }

        return given;
    }

    /// <summary>Refusals: <c>member.missing</c> and <c>member.invalid</c>, with the member's name.</summary>
    public static Refusal? Judge(EndpointShape shape, IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> known)
    {
        foreach (var member in shape.Typed)
        {
            if (!given.TryGetValue(member.Name, out var value))
            {
                if (member.Source == MemberSource.Asked && !known.ContainsKey(member.Name))
                {
                    return new Refusal("member.missing", member.Name);
                }
            }
            else if (!IsUsable(member, value))
            {
                return new Refusal("member.invalid", member.Name);
            }
        }

        return null;
    }

    private static bool IsUsable(EndpointMember member, string value) => member.Name switch
    {
        _ when value.Length > Longest => false,
        _ when member.Name == EndpointShape.ApiBaseUrl => IsWebAddress(value),
        _ when member.Name == ForwardAddress.Member => ForwardAddress.IsUsable(value),
        _ when member.Name == NoticeAddress.Member => NoticeAddress.IsUsable(value),
        "GroupId" or "CompanyId" or "PhoneNumberId" or "InstanceId" => Digits().IsMatch(value),
        "Messenger" => Sending.Messengers.IsKnown(value),
        "Secret" => Plain().IsMatch(value),
        _ => Printed().IsMatch(value),
    };

    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0;

    [GeneratedRegex("^[0-9]{1,20}$")]
    private static partial Regex Digits();

    // It stands in headers, in JSON and in commands, so it needs no escaping anywhere.
    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Plain();

    // No channel gives out tokens with blanks or letters beyond ASCII: such a value was copied with something around it.
    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex Printed();
}
