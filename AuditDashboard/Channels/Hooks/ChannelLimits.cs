namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// What a messenger says is as long as it likes, and one long name must not keep a message out of the log: words are cut to what an event may hold
/// (http-api.md section 2), ids that are too long fall out. The raw body keeps them all.
/// </summary>
internal static class ChannelLimits
{
    private const int LongestAddress = 256;
    private const int LongestName = 256;
    private const int LongestPhone = 64;
    private const int LongestId = 512;
    private const int LongestFileId = 1024;
    private const int LongestMime = 128;
    private const int LongestKind = 64;
    private const int LongestNote = 4096;

    public static ChannelEvent Fit(ChannelEvent happened) => happened with
    {
        ClientId = Whole(happened.ClientId, LongestAddress),
        ClientName = Cut(happened.ClientName, LongestName),
        ClientPhone = Whole(happened.ClientPhone, LongestPhone),
        ExternalId = Whole(happened.ExternalId, LongestId),
        InReplyTo = Whole(happened.InReplyTo, LongestId),
        Media = happened.Media is { } media
            ? media with { Kind = Cut(media.Kind, LongestKind)!, FileId = Whole(media.FileId, LongestFileId), Mime = Whole(media.Mime, LongestMime) }
            : null,
        Data = happened.Data.Values.Any(value => value is string { Length: > LongestNote })
            ? happened.Data.ToDictionary(member => member.Key, member => member.Value is string words ? Cut(words, LongestNote)! : member.Value)
            : happened.Data,
    };

    private static string? Whole(string? id, int longest) => id?.Length > longest ? null : id;

    /// <summary>Never through the middle of a character that takes two places.</summary>
    private static string? Cut(string? words, int longest) =>
        words?.Length > longest ? words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)] : words;
}
