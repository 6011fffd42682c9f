using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>Kinds of ways in, as people call them; a kind without words of its own is called like its channel.</summary>
internal static class KindWords
{
    public static string Of(IStringLocalizer<ConnectText> words, string kind)
    {
        var known = words["Kind" + char.ToUpperInvariant(kind[0]) + kind[1..]];
        return known.ResourceNotFound ? ChannelNames.Of(kind) : known;
    }
}
