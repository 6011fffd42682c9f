using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>A body of Wazzup24 v3 in our words. Pure. Messages, statuses and news of channels may come together; each stands for itself.</summary>
internal static class WazzupTranslator
{
    /// <summary>The channel of what is said about no messenger in particular.</summary>
    public static readonly string Channel = "wazzup";

    /// <summary>Of the ids of this gateway's events.</summary>
    public static readonly string Prefix = "wz";

    private static readonly string[] Lists = ["messages", "statuses", "channelsUpdates", "templateStatus"];
    private static readonly string[] GoodStates = ["active", "init"];
    private static readonly string[] GoodTemplates = ["approved", "pending", "active"];

    public static IReadOnlyList<ChannelEvent> Translate(JsonElement root, DateTimeOffset receivedAt)
    {
        if (ChannelParts.Flag(root, "test"))
        {
            return [];
        }

        if (!Array.Exists(Lists, name => ChannelParts.Has(root, name)))
        {
            var plain = new ChannelEvent(DedupeKey.Of(Prefix, "raw", root.GetRawText()), "other", receivedAt, Channel);
            return [ChannelReport.Other(plain, Array.Find(["createContact", "createDeal"], name => ChannelParts.Has(root, name)))];
        }

        return
        [
            .. ChannelParts.List(root, "messages").SelectMany(message => WazzupMessage.Read(message, receivedAt)),
            .. ChannelParts.List(root, "statuses").Select(status => Status(status, receivedAt)),
            .. ChannelParts.List(root, "channelsUpdates").Select(news => News(news, "channel", "state", GoodStates, receivedAt)),
            .. ChannelParts.List(root, "templateStatus").Select(news => News(news, "template", "status", GoodTemplates, receivedAt)),
        ];
    }

    private static ChannelEvent Status(JsonElement status, DateTimeOffset receivedAt)
    {
        var (message, word) = (ChannelParts.Id(status, "messageId"), ChannelText.Of(status, "status"));
        // A message can be edited more than once; it is delivered once.
        var moment = word == "edited" ? ChannelText.Of(status, "timestamp") : null;
        var key = message is null || word is null ? DedupeKey.Of(Prefix, "status", "raw", status.GetRawText())
            : moment is null ? DedupeKey.Of(Prefix, "status", message, word)
            : DedupeKey.Of(Prefix, "status", message, word, moment);
        var plain = new ChannelEvent(key, "other", ChannelParts.Moment(status, "timestamp", receivedAt), Channel) { Piece = ChannelParts.Raw(status) };
        return Report(plain, word, message, ChannelText.Part(status, "error"));
    }

    /// <param name="error">Wazzup's <c>{error, description}</c>; need not be there.</param>
    public static ChannelEvent Report(ChannelEvent plain, string? word, string? message, JsonElement error) =>
        ChannelReport.Delivery(plain, word, message, ChannelText.Of(error, "error"), ChannelText.Of(error, "description"));

    /// <summary>
    /// A channel or a template is in another state. The news carry no number, and often no time: the same state of the same thing counts once a day, so
    /// that a repeat is a repeat and tomorrow's outage still is one.
    /// </summary>
    private static ChannelEvent News(JsonElement news, string what, string member, string[] good, DateTimeOffset receivedAt)
    {
        var state = ChannelText.Of(news, member);
        var time = ChannelParts.Moment(news, "timestamp", receivedAt);
        var day = receivedAt.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var plain = new ChannelEvent(DedupeKey.Of(Prefix, what, news.ValueKind == JsonValueKind.Object ? news.GetRawText() : "", day), "other", time, Channel)
        {
            Piece = ChannelParts.Raw(news),
        };
        var told = state is null || good.Contains(state, StringComparer.OrdinalIgnoreCase) ? ChannelReport.Other(plain, what) : ChannelReport.Alarm(plain, state);
        return told.Add(
            ("state", state), ("channelId", ChannelParts.Id(news, "channelId")),
            ("template", ChannelText.Of(news, "name") ?? ChannelParts.Id(news, "templateGuid")));
    }
}
