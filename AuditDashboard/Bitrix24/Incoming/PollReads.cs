using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>The lists of a poll: the first pages of leads and deals in one call, since most polls find nothing; what is longer, page by page.</summary>
internal sealed class PollReads(PortalCalls calls, BatchReads batch, CallLimits limits)
{
    private const string List = "crm.item.list";
    private const string Subject = "poll";

    public async Task<IReadOnlyList<BitrixAnswer>> FirstAsync(IReadOnlyList<JsonObject> asked, CancellationToken cancel) =>
        limits.MayStart(1, out var wait) ? await batch.ReadAsync(List, asked, Subject, cancel) : [.. asked.Select(_ => BitrixAnswer.Waiting("limit", wait))];

    public async Task<BitrixAnswer> NextAsync(JsonObject asked, CancellationToken cancel) =>
        limits.MayStart(1, out var wait) ? await calls.CallAsync(List, asked, cancel, Subject) : BitrixAnswer.Waiting("limit", wait);
}
