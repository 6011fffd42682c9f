using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.Telegram;

/// <summary>The Bot API's answer to a message (channels.md section 1.5, table of errors). Only its own envelope says anything about a client.</summary>
internal static class TelegramVerdict
{
    /// <summary>Parts of descriptions of 400 that mean this client only; any other 400 is our mistake.</summary>
    private static readonly (string Part, string Code)[] Nobody =
    [
        ("chat not found", "chat-not-found"), ("user not found", "user-not-found"), ("PEER_ID_INVALID", "peer-invalid"), ("USER_IS_BLOCKED", "blocked"),
        ("user is deactivated", "deactivated"), ("not enough rights", "no-rights"), ("have no rights", "no-rights"),
    ];

    private static readonly (string Part, string Code)[] Forbidden =
    [
        ("blocked by the user", "blocked"), ("user is deactivated", "deactivated"), ("can't initiate conversation", "not-started"), ("kicked", "kicked"),
    ];

    public static Verdict Of(ServiceAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            return failure;
        }

        if (ChannelParts.Flag(answer.Body, "ok"))
        {
            var message = ChannelText.Part(answer.Body, "result");
            return Verdict.Sent(TelegramPerson.MessageId(ChannelText.Part(message, "chat"), message));
        }

        return ChannelText.Number(answer.Body, "error_code") is { } code ? Refused((int)code, answer) : answer.Stranger;
    }

    /// <summary>The chat's new number, where Telegram says it has one.</summary>
    public static string? MovedTo(ServiceAnswer answer) =>
        ChannelText.Number(answer.Body, "error_code") == 400 && ChannelText.Number(ChannelText.Part(answer.Body, "parameters"), "migrate_to_chat_id") is { } chat
            ? ServiceCode.Of(chat)
            : null;

    private static Verdict Refused(int code, ServiceAnswer answer)
    {
        var description = ChannelText.Of(answer.Body, "description") ?? "";
        return code switch
        {
            400 => Find(Nobody, description) is { } nobody ? Verdict.Unreachable(nobody) : Verdict.Misconfigured("400"),
            401 => Verdict.Misconfigured("token-revoked"),
            403 => Verdict.Unreachable(Find(Forbidden, description) ?? "403"),
            404 => Verdict.Misconfigured("token-unknown"),
            409 => Verdict.Misconfigured("conflict"),
            429 => Verdict.Limited("429", Wait(answer)),
            504 => Verdict.Uncertain("504"),
            >= 500 => Verdict.Later(ServiceCode.Of(code), answer.RetryAfter),
            _ => Verdict.Misconfigured(ServiceCode.Of(code)),
        };
    }

    private static TimeSpan? Wait(ServiceAnswer answer) =>
        ChannelText.Number(ChannelText.Part(answer.Body, "parameters"), "retry_after") is { } seconds and > 0 and < int.MaxValue ? TimeSpan.FromSeconds(seconds) : answer.RetryAfter;

    private static string? Find((string Part, string Code)[] known, string description) =>
        Array.Find(known, pair => description.Contains(pair.Part, StringComparison.OrdinalIgnoreCase)).Code;
}
