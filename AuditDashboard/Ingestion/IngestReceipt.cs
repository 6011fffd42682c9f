using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion;

/// <summary>What became of one call: an entry an event, in order; or why none of it could be stored (<c>busy</c>, <c>storage</c>).</summary>
public sealed record IngestReceipt(IReadOnlyList<IngestReceipt.Item> Items, Refusal? Refusal = null)
{
    public enum Verdict
    {
        Accepted,
        Duplicate,
        Rejected,
        Conflict,
    }

    /// <param name="Id">Null where the event names none that could be repeated.</param>
    /// <param name="Seq">Of the stored event (for a duplicate or conflict: the one that was first); 0 for a rejected one.</param>
    /// <param name="Code">For rejected ones: the last part of <c>/problems/…</c>.</param>
    public readonly record struct Item(string? Id, Verdict Verdict, long Seq, string Code = "", IReadOnlyDictionary<string, string[]>? Errors = null);

    public int Count(Verdict verdict)
    {
        var count = 0;
        for (var i = 0; i < Items.Count; i++)
        {
            count += Items[i].Verdict == verdict ? 1 : 0;
        }

        return count;
    }
}
