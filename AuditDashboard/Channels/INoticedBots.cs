using System.Globalization;

namespace AuditDashboard.Channels;

/// <summary>
/// Bots that are told things at an address of their own, signed with the secret they share with their endpoint (http-api.md section 6; standards.md
/// sections 1.1 and 1.4). Address and secret stay behind this door. A paused endpoint is told all the same: it is our recording that is paused.
/// </summary>
public interface INoticedBots
{
    /// <summary>Ids of the endpoints that have a <c>NoticeUrl</c> and a secret to sign with, from memory.</summary>
    IReadOnlyList<string> Endpoints();

    /// <summary>
    /// Posts the notice once: 15 s at most, no redirects, private networks only with <c>Outbound:AllowPrivateNetworks</c>. Nothing of the bot is thrown.
    /// </summary>
    /// <param name="noticeId">The <c>webhook-id</c>: the same at every try, and without a dot.</param>
    /// <exception cref="OperationCanceledException">The application stops; the bot may have been told or not.</exception>
    Task<Answer> SendAsync(string endpointId, string noticeId, ReadOnlyMemory<byte> body, CancellationToken cancel);

    /// <param name="Status">The bot's HTTP status; 0 = it could not be asked, and <paramref name="Fault"/> says why.</param>
    /// <param name="Fault">timeout | unreachable | name-not-found | certificate | private-network | no-address</param>
    /// <param name="RetryAfter">How long the bot wants to be left alone.</param>
    sealed record Answer(int Status, string? Fault = null, TimeSpan? RetryAfter = null)
    {
        public bool IsTaken => Status is >= 200 and < 300;

        /// <summary>410: the bot wants no more of it.</summary>
        public bool IsGone => Status == 410;

        public string Code => Fault ?? Status.ToString(CultureInfo.InvariantCulture);
    }
}
