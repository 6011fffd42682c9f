using System.Net.Http.Headers;
using System.Security.Authentication;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.StandardWebhooks;
using AuditDashboard.Foundation;
using static AuditDashboard.Channels.INoticedBots;

namespace AuditDashboard.Channels.Noticing;

internal sealed class NoticedBots(IChannelEndpoints endpoints, ServiceConnections connections, TimeProvider time) : INoticedBots
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public IReadOnlyList<string> Endpoints() =>
        [.. endpoints.All.Where(endpoint => NoticeAddress.Of(endpoint) is not null).Select(endpoint => endpoint.Id).Order(StringComparer.Ordinal)];

    public async Task<Answer> SendAsync(string endpointId, string noticeId, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (endpoints.Find(endpointId) is not { } endpoint || NoticeAddress.Of(endpoint) is not { } target)
        {
            return new Answer(0, "no-address");
        }

        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var request = SignedNotice.Of(endpoint, target, noticeId, body, time.GetUtcNow());
            // What the bot says beyond its status is of no use: the body is not read.
            using var answer = await connections.Of(EventsKind.KindName).SendAsync(request, either.Token);
            return new Answer((int)answer.StatusCode, null, Wait(answer.Headers.RetryAfter));
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested && problem is HttpRequestException or IOException or OperationCanceledException or PrivateNetworkException)
        {
            return new Answer(0, FaultOf(problem));
        }
    }

    private static string FaultOf(Exception problem) => problem switch
    {
        OperationCanceledException => "timeout",
        PrivateNetworkException or HttpRequestException { InnerException: PrivateNetworkException } => "private-network",
        HttpRequestException { InnerException: AuthenticationException } => "certificate",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "name-not-found",
        _ => "unreachable",
    };

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - time.GetUtcNow();
}
