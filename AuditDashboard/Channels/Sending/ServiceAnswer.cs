using System.Net;
using System.Text.Json;

namespace AuditDashboard.Channels.Sending;

/// <summary>What came of a call of a channel's service.</summary>
/// <param name="Status">0 where there was no answer: then <paramref name="Failure"/> says what that means.</param>
/// <param name="Body">The answer's JSON object; undefined where it is none.</param>
/// <param name="RetryAfter">The header, where it names seconds.</param>
internal sealed record ServiceAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter, Verdict? Failure)
{
    public bool IsObject => Body.ValueKind == JsonValueKind.Object;

    public static ServiceAnswer Of(Verdict failure) => new(0, default, null, failure);

    /// <summary>
    /// For an answer that is not in the service's own words: a proxy's or a provider's page. It says nothing about the client; and a page in place of a
    /// success, or a gateway that waited in vain, leaves open what became of the message.
    /// </summary>
    public Verdict Stranger => (HttpStatusCode)Status switch
    {
        HttpStatusCode.TooManyRequests => Verdict.Limited("429", RetryAfter),
        HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => Verdict.Uncertain($"http-{Status}"),
        >= HttpStatusCode.InternalServerError => Verdict.Later($"http-{Status}", RetryAfter),
        < HttpStatusCode.MultipleChoices => Verdict.Uncertain("odd-answer"),
        _ => Verdict.Misconfigured($"http-{Status}"),
    };
}
