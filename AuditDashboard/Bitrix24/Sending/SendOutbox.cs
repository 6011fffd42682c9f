using System.Globalization;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>
/// Works through what waits, as far as the limits allow: in order within a lead, two leads at a time, and only one new lead at a time so that two of
/// one phone find each other. One worker for the portal, however many ask.
/// </summary>
internal sealed class SendOutbox(PortalStore portal, PortalTurn turn, KeepPortal keep, SendOne one, OutboxWork work, TimeProvider time)
{
    private const int AtOnce = 2;
    private const int Portion = 20;

    /// <returns>When to come again; null when nothing waits, or somebody else is at it.</returns>
    public async Task<TimeSpan?> HandleAsync(CancellationToken cancel) => (await SweepAsync(cancel)).Wait;

    /// <returns>Whether the portal was asked anything at all.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel) => (await SweepAsync(cancel)).Asked;

    private async Task<(bool Asked, TimeSpan? Wait)> SweepAsync(CancellationToken cancel)
    {
        using var mine = await turn.TryEnterAsync(cancel);
        if (mine is null || portal.Current is null)
        {
            return (false, null);
        }

        CultureInfo.CurrentUICulture = Sending.CrmWords.Culture;
        var asked = work.Journal.Count;
        try
        {
            var wait = await keep.HandleAsync(cancel) ?? await DrainAsync(cancel);
            return (work.Journal.Count != asked, wait);
        }
        finally
        {
            await work.Journal.FlushAsync(CancellationToken.None);
        }
    }

    private async Task<TimeSpan?> DrainAsync(CancellationToken cancel)
    {
        await work.Fetch.HandleAsync(cancel);
        while (portal.Current is { Blocked: null })
        {
            if (!work.Limits.MayStart(1, out var wait))
            {
                return wait;
            }

            var (parked, opensAt) = Parked();
            var next = await work.Queue.NextAsync(parked, Portion, cancel);
            if (next.Count == 0)
            {
                return (await work.Queue.NextDueAsync(parked, cancel), opensAt) switch
                {
                    ({ } due, { } opens) => Later(due < opens ? due : opens),
                    (null, null) => null,
                    var (due, opens) => Later(due ?? opens!.Value),
                };
            }

            if (await SendAsync(next, cancel) is { } rest)
            {
                return rest;
            }
        }

        return PortalCalls.ProbeEvery;
    }

    /// <returns>How long to wait where the limits end it.</returns>
    private async Task<TimeSpan?> SendAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancel)
    {
        for (var from = 0; from < rows.Count;)
        {
            List<OutboxRow> together = [rows[from++]];
            while (together.Count < AtOnce && from < rows.Count && !(rows[from].Kind == Deliveries.Lead && together[0].Kind == Deliveries.Lead))
            {
                together.Add(rows[from++]);
            }

            if (!work.Limits.MayStart(together.Sum(row => Deliveries.CallsOf(row.Kind)), out var wait))
            {
                if (together.Count == 1 || !work.Limits.MayStart(Deliveries.CallsOf(together[0].Kind), out wait))
                {
                    return wait;
                }

                together.RemoveAt(1);
                from--;
            }

            await Task.WhenAll(together.Select(row => one.HandleAsync(row, cancel)));
            if (portal.Current is not { Blocked: null })
            {
                return PortalCalls.ProbeEvery;
            }
        }

        return null;
    }

    /// <summary>The kinds that rest, and when the first of them may go again.</summary>
    private (List<string> Kinds, DateTimeOffset? OpensAt) Parked()
    {
        var closed = Deliveries.Methods.Select(pair => (Kind: pair.Key, Until: pair.Value.Max(work.Limits.ClosedUntil))).Where(pair => pair.Until is not null).ToList();
        return ([.. closed.Select(pair => pair.Kind)], closed.Min(pair => pair.Until));
    }

    private TimeSpan Later(DateTimeOffset due) => due - time.GetUtcNow() is var wait && wait > TimeSpan.FromMilliseconds(50) ? wait : TimeSpan.FromMilliseconds(50);
}
