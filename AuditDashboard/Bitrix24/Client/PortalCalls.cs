using System.Text;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>The one way to the connected portal: within its limits, written down, with the state of the connection kept.</summary>
internal sealed partial class PortalCalls(PortalStore store, BitrixClient client, CallLimits limits, CallJournal journal, TimeProvider time, ILogger<PortalCalls> logger)
{
    public static readonly TimeSpan ProbeEvery = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OverloadProbeEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan SuccessIsNewsAfter = TimeSpan.FromSeconds(10);

    /// <param name="subject">What it is about, for the journal; no names.</param>
    /// <param name="anyway">Also where the portal is blocked: a probe, or a person who wants to know.</param>
    public async Task<BitrixAnswer> CallAsync(string method, JsonObject asked, CancellationToken cancel, string? subject = null, bool anyway = false)
    {
        if (store.Current is not { } portal)
        {
            return BitrixAnswer.Waiting("off", ProbeEvery);
        }

        if (!anyway && portal.Blocked is not null)
        {
            return BitrixAnswer.Waiting("blocked", ProbeEvery);
        }

        if (!anyway && limits.ClosedUntil(method) is { } until)
        {
            return BitrixAnswer.Waiting("parked", until - time.GetUtcNow());
        }

        limits.Sent();
        WebhookAddress? moved = null;
        var began = time.GetUtcNow();
        var answer = await client.CallAsync(portal.Address, method, asked, there => moved = there, cancel);
        limits.Heard(method, answer);
        await journal.KeepAsync(Row(portal, method, asked, subject, began, answer), cancel);
        await NoteAsync(portal, method, answer, moved, cancel);
        return answer;
    }

    private static JournalRow Row(ConnectedPortal portal, string method, JsonObject asked, string? subject, DateTimeOffset began, BitrixAnswer answer) => new()
    {
        At = began, Method = method, Address = portal.Address.Masked, Subject = subject, Status = answer.Status, Kind = answer.Kind.ToString(), Code = answer.Code,
        TookMs = (int)Math.Min(int.MaxValue, answer.Took.TotalMilliseconds), PortalTime = answer.PortalTime, Operating = answer.Operating,
        RequestDigest = DedupeKey.Digest(Encoding.UTF8.GetBytes(asked.ToJsonString()), 64), AnswerDigest = answer.Digest,
    };

    private async Task NoteAsync(ConnectedPortal portal, string method, BitrixAnswer answer, WebhookAddress? moved, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (moved is not null)
        {
            LogMoved(portal.Address.Masked, moved.Masked);
            await store.ChangeAsync(
                row =>
                {
                    var (blocked, prepared) = (row.Blocked, row.PreparedAt);
                    store.Enter(row, moved);
                    (row.MovedFrom, row.Blocked, row.PreparedAt) = (portal.Address.Origin.Host, blocked, prepared);
                },
                cancel);
        }

        var reason = answer.Kind == AnswerKind.Blocked || (answer.Kind == AnswerKind.Feature && answer.Code == "insufficient_scope" && method.StartsWith("crm.", StringComparison.Ordinal))
            ? AnswerClass.ReasonOf(answer.Code, answer.Words) : null;
        if (reason is not null)
        {
            await BlockAsync(portal, reason, answer, now, cancel);
        }
        else if (answer.IsOk && (portal.LastSuccessAt is not { } last || now - last > SuccessIsNewsAfter || portal.Blocked is not null))
        {
            await store.ChangeAsync(row => (row.LastSuccessAt, row.Blocked, row.BlockedWords, row.BlockedAt, row.ProbeAt) = (now, null, null, null, null), cancel);
        }
    }

    private async Task BlockAsync(ConnectedPortal portal, string reason, BitrixAnswer answer, DateTimeOffset now, CancellationToken cancel)
    {
        if (portal.Blocked != reason)
        {
            LogBlocked(portal.Address.Masked, reason, answer.Code);
        }

        var probe = now + (reason == "overload" ? OverloadProbeEvery : ProbeEvery);
        await store.ChangeAsync(
            row => (row.Blocked, row.BlockedWords, row.BlockedAt, row.ProbeAt) = (reason, $"{answer.Code} {answer.Words}".Trim(), row.BlockedAt ?? now, probe), cancel);
    }

    [LoggerMessage(EventId = 4102, Level = LogLevel.Error, Message = "Bitrix24 {Address} takes nothing until a person acts: {Reason} ({Answer})")]
    private partial void LogBlocked(string address, string reason, string answer);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Warning, Message = "Bitrix24 {Address} has moved to {NewAddress}")]
    private partial void LogMoved(string address, string newAddress);
}
