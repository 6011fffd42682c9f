using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Bodies;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion.Taking;

/// <summary>Judges, stores and answers an event at a time.</summary>
internal sealed class TakeEvents(IEventLog log, IQuarantine quarantine)
{
    public async ValueTask<IngestReceipt> TakeAsync(Sender sender, IReadOnlyList<OfferedEvent> offered, CancellationToken cancel)
    {
        var items = new Item[offered.Count];
        var drafts = new List<EventDraft>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (Judge(sender, offered[i], out items[i]) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        var outcome = await AppendAsync(drafts, cancel);
        if (!outcome.Succeeded)
        {
            return new IngestReceipt([], outcome.Refusal);
        }

        var refused = Settle(offered, items, drafts, outcome.Value);
        if (refused is not null)
        {
            await quarantine.KeepAsync(sender, refused, cancel);
        }

        return new IngestReceipt(items);
    }

    private static EventDraft? Judge(Sender sender, OfferedEvent offered, out Item item)
    {
        var tooLarge = offered.Json.Length > EventBody.MostBytes;
        var problems = offered.Problems ?? (tooLarge ? Words.At("", Words.TooLarge) : offered.Json.Span[0] == '{' ? null : Words.At("", Words.Object));
        if (problems is null && EventJudge.Judge(offered.Json, out problems) is { } content)
        {
            item = new Item(content.Id, Verdict.Accepted, 0);
            return new EventDraft
            {
                Bot = sender.Bot, Branch = sender.Branch, Endpoint = sender.Endpoint, Source = offered.Source, Envelope = offered.Envelope,
                Content = content, Json = offered.Json, Raw = offered.Raw, RepeatsMayDiffer = offered.RepeatsMayDiffer,
            };
        }

        item = new Item(IdPeek.Find(offered.Json), Verdict.Rejected, 0, tooLarge ? "too-large" : "validation", Pointers.Place(problems!, offered.MembersAt));
        return null;
    }

    /// <summary>A fault of ours on one event must not sink its neighbours: they are offered again one by one, the culprit comes back with seq 0.</summary>
    private async ValueTask<Outcome<Appended[]>> AppendAsync(List<EventDraft> drafts, CancellationToken cancel)
    {
        var outcome = await log.AppendAsync(drafts, cancel);
        if (outcome.Refusal is not { Code: "internal" })
        {
            return outcome;
        }

        var results = new Appended[drafts.Count];
        for (var i = 0; drafts.Count > 1 && i < results.Length; i++)
        {
            var one = await log.AppendAsync([drafts[i]], cancel);
            if (one.Refusal is { Code: not "internal" })
            {
                return one;
            }

            results[i] = one.Succeeded ? one.Value[0] : default;
        }

        return results;
    }

    private static List<IQuarantine.Refused>? Settle(IReadOnlyList<OfferedEvent> offered, Item[] items, List<EventDraft> drafts, Appended[] appended)
    {
        List<IQuarantine.Refused>? refused = null;
        for (int i = 0, next = 0; i < items.Length; i++)
        {
            if (items[i].Verdict == Verdict.Accepted)
            {
                items[i] = Settle(drafts[next].Content.Id, appended[next]);
                next++;
            }

            if (items[i].Verdict is Verdict.Rejected or Verdict.Conflict)
            {
                (refused ??= []).Add(new IQuarantine.Refused(offered[i].Envelope, offered[i].Original, items[i].Code, items[i].Errors, offered[i].OuterId));
            }
        }

        return refused;
    }

    private static Item Settle(string id, Appended appended) => appended switch
    {
        { Seq: 0 } => new Item(id, Verdict.Rejected, 0, "internal"),
        { Status: AppendStatus.Accepted } => new Item(id, Verdict.Accepted, appended.Seq),
        { Status: AppendStatus.Duplicate } => new Item(id, Verdict.Duplicate, appended.Seq),
        _ => new Item(id, Verdict.Conflict, appended.Seq, "conflict"),
    };
}
