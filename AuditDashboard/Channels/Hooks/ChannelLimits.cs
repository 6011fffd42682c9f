using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// What a messenger says is as long as it likes, and one long id must not keep a message out of the log: ids longer than an event may hold
/// (http-api.md section 2) fall out, as half an id is another's; words are cut where they are written. The raw body keeps them all.
/// </summary>
internal static class ChannelLimits
{
    private const int LongestAddress = 256;
    private const int LongestPhone = 64;
    private const int LongestId = 512;
    private const int LongestFileId = 1024;
    private const int LongestMime = 128;
    private const int LongestNote = 4096;

    public static ChannelEvent Fit(ChannelEvent happened) => happened with
    {
        ClientId = Whole(happened.ClientId, LongestAddress),
        ClientPhone = Whole(happened.ClientPhone, LongestPhone),
        ExternalId = Whole(happened.ExternalId, LongestId),
        InReplyTo = Whole(happened.InReplyTo, LongestId),
        Media = happened.Media is { } media
            ? media with { FileId = Whole(media.FileId, LongestFileId), Mime = Whole(media.Mime, LongestMime) }
            : null,
        Data = happened.Data.Values.Any(value => value is string { Length: > LongestNote })
            ? happened.Data.ToDictionary(member => member.Key, member => member.Value is string words ? ForeignText.Cut(words, LongestNote) : member.Value)
            : happened.Data,
    };

    private static string? Whole(string? id, int longest) => id?.Length > longest ? null : id;
}
