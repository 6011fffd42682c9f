namespace AuditDashboard.Channels;

/// <summary>What became of one call of a channel.</summary>
/// <param name="MessageId">As the log has it in <c>externalId</c> where the channel's answer tells that much (Telegram <c>tg:700000101/1210</c>), else the channel's own id.</param>
/// <param name="Code">The channel's own code or a short word for people to look up, never its text with a client's words.</param>
/// <param name="RetryAfter">Not before that; null = the caller's own backoff.</param>
public sealed record SendResult(SendState State, string? MessageId = null, string? Code = null, TimeSpan? RetryAfter = null)
{
    /// <summary>With <see cref="SendState.Uncertain"/>: the channel itself drops a repeat under the same key (VK within the hour, Wazzup), so repeating it is safe.</summary>
    public bool DropsRepeats { get; init; }
}
