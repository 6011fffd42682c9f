using System.Text.RegularExpressions;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Noticing;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Reads <c>Provisioning:Endpoints:N</c> (http-api.md sections 1 and 4).</summary>
internal static partial class EndpointConfiguration
{
    private const string Section = "Provisioning:Endpoints";
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "Id", "Kind", "Name", "Bot", "Branch" };

    /// <summary>Without these no call could ever be admitted: a half-filled endpoint stops the start.</summary>
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["telegram"] = ["Secret"], ["whatsapp"] = ["AppSecret"], ["instagram"] = ["AppSecret"], ["greenapi"] = ["Secret"], ["wazzup"] = ["Secret"],
        ["max"] = ["Secret"], ["vk"] = ["Secret"], ["yclients"] = ["Secret"], ["uis"] = ["Secret"], ["mango"] = ["ApiKey", "ApiSalt"],
    };

    /// <exception cref="OptionsValidationException">A setting cannot be used; the message names it and never its value.</exception>
    public static IReadOnlyList<ChannelEndpoint> Read(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection(Section).GetChildren().Select(ReadOne).ToList();
        if (endpoints.GroupBy(endpoint => endpoint.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Unusable(Section, $"has the Id {twice.Key} twice");
        }

        return endpoints;
    }

    private static ChannelEndpoint ReadOne(IConfigurationSection section)
    {
        var id = section["Id"] ?? "";
        if (!PlainId().IsMatch(id))
        {
            throw Unusable($"{section.Path}:Id", "must have 1 to 64 characters A-Z a-z 0-9 _ -");
        }

        var kind = (section["Kind"] ?? "").ToLowerInvariant();
        if (!ChannelKinds.Foreseen.Contains(kind))
        {
            throw Unusable($"{section.Path}:Kind", $"must be one of {string.Join(", ", ChannelKinds.Foreseen.Order())}");
        }

        var members = section.GetChildren().Where(member => !Common.Contains(member.Key) && !string.IsNullOrEmpty(member.Value))
            .ToDictionary(member => member.Key, member => member.Value!, StringComparer.OrdinalIgnoreCase);
        CheckMembers(section.Path, kind, members);
        return new ChannelEndpoint(id, kind, Filled(section["Name"]) ?? id, Filled(section["Bot"]) ?? id, Filled(section["Branch"]), members);
    }

    private static void CheckMembers(string path, string kind, Dictionary<string, string> members)
    {
        if (Needed.GetValueOrDefault(kind, []).FirstOrDefault(name => !members.ContainsKey(name)) is { } absent)
        {
            throw Unusable($"{path}:{absent}", "is missing");
        }

        foreach (var name in new[] { ForwardAddress.Member, NoticeAddress.Member, "ApiBaseUrl" })
        {
            if (members.TryGetValue(name, out var address) && !ForwardAddress.IsUsable(address))
            {
                throw Unusable($"{path}:{name}", "must be an address that begins with http:// or https://, without a user name");
            }
        }

        if (kind != "events" && members.ContainsKey(NoticeAddress.Member))
        {
            throw Unusable($"{path}:{NoticeAddress.Member}", "needs the kind events: notices are signed with its secret");
        }

        foreach (var name in kind == "events" ? new[] { "Secret", "PreviousSecret" } : [])
        {
            if ((name == "Secret" || members.ContainsKey(name)) && StandardWebhooks.Signature.KeyOf(members.GetValueOrDefault(name)) is null)
            {
                throw Unusable($"{path}:{name}", "must be whsec_ and the base64 of 24 to 64 bytes");
            }
        }
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static OptionsValidationException Unusable(string setting, string words) => new(Section, typeof(ChannelEndpoint), [$"{setting} {words}"]);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex PlainId();
}
