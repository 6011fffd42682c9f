using System.Collections.Frozen;

namespace AuditDashboard.Channels.BotApi;

/// <summary>What a method of the Bot API does to the talk with a client.</summary>
internal enum BotApiDeed
{
    None,

    /// <summary>The answer is the sent message, or a list of them.</summary>
    Send,

    /// <summary>The answer is only the new message's number, or a list of them.</summary>
    Copy,
    Edit,
    Delete,

    /// <summary>Long polling: the answer is what a webhook would have brought.</summary>
    Updates,
}

/// <summary>Tells methods apart; their names count in any case, as the Bot API itself has it.</summary>
internal static class BotApiDeeds
{
    private static readonly FrozenDictionary<string, BotApiDeed> Named = new Dictionary<string, BotApiDeed>(StringComparer.OrdinalIgnoreCase)
    {
        ["getUpdates"] = BotApiDeed.Updates,
        ["copyMessage"] = BotApiDeed.Copy, ["copyMessages"] = BotApiDeed.Copy, ["forwardMessages"] = BotApiDeed.Copy, ["forwardMessage"] = BotApiDeed.Send,
        ["editMessageText"] = BotApiDeed.Edit, ["editMessageCaption"] = BotApiDeed.Edit, ["editMessageMedia"] = BotApiDeed.Edit,
        ["deleteMessage"] = BotApiDeed.Delete, ["deleteMessages"] = BotApiDeed.Delete,

        // «typing…», words that are still being written, presents: no messages.
        ["sendChatAction"] = BotApiDeed.None, ["sendMessageDraft"] = BotApiDeed.None, ["sendGift"] = BotApiDeed.None,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whatever else is called send… sends a message: methods are added every few months.</summary>
    public static BotApiDeed Of(string method) =>
        Named.TryGetValue(method, out var deed) ? deed : method.StartsWith("send", StringComparison.OrdinalIgnoreCase) ? BotApiDeed.Send : BotApiDeed.None;
}
