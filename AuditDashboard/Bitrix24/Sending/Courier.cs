using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Carries calls for deliveries. A write is on disk as being sent before it leaves, so that its fate is never taken for granted.</summary>
internal sealed class Courier(PortalCalls calls, CallLimits limits, OutboxQueue queue, TimeProvider time)
{
    public Task<BitrixAnswer> ReadAsync(Delivery delivery, string method, JsonObject asked, CancellationToken cancel) => calls.CallAsync(method, asked, cancel, delivery.Subject);

    public async Task<BitrixAnswer> WriteAsync(Delivery delivery, string method, JsonObject asked, CancellationToken cancel)
    {
        if (limits.ClosedUntil(method) is { } until)
        {
            return BitrixAnswer.Waiting("parked", until - time.GetUtcNow());
        }

        var before = delivery.Row.State;
        delivery.Row.State = OutboxRow.Sending;
        if (!await queue.SaveAsync(delivery.Row, null, cancel))
        {
            return BitrixAnswer.Waiting("forgotten", TimeSpan.Zero);
        }

        var answer = await calls.CallAsync(method, asked, cancel, delivery.Subject);
        delivery.Row.State = before;
        return answer;
    }
}
