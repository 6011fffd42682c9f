using System.Collections.Frozen;

namespace AuditDashboard.Channels.Hooks;

/// <summary>The adapters this release has, by name.</summary>
internal sealed class ChannelKinds(IEnumerable<IChannelKind> kinds)
{
    /// <summary>Every kind of http-api.md section 4: an endpoint of a kind without an adapter is kept and stays silent.</summary>
    public static readonly IReadOnlySet<string> Foreseen = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "events", "telegram", "whatsapp", "instagram", "max", "vk", "greenapi", "wazzup", "yclients", "mango", "uis", "bitrix24",
    };

    private readonly FrozenDictionary<string, IChannelKind> _byName = kinds.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public IChannelKind? Find(string name) => _byName.GetValueOrDefault(name);
}
