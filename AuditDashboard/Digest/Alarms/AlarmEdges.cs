using AuditDashboard.Digest.Writing;
using AuditDashboard.Ui;

namespace AuditDashboard.Digest.Alarms;

/// <summary>What has changed since owners were told last: alarms are told at their edges, not while they last.</summary>
internal sealed record AlarmEdges(IReadOnlyList<Attention> Begun, IReadOnlyList<AlarmRow> Over, IReadOnlyList<(AlarmRow Row, long Count)> Fewer)
{
    public bool IsNothing => Begun.Count == 0 && Over.Count == 0;

    public static AlarmEdges Of(IReadOnlyList<AlarmRow> told, Waiting waiting)
    {
        var burning = waiting.Items.Where(item => item.Tone == Tone.Bad && Urgent(item) > 0).ToList();
        var known = told.ToDictionary(row => row.Href);
        return new AlarmEdges(
            [.. burning.Where(item => Urgent(item) > (known.GetValueOrDefault(item.Href)?.Told ?? 0))],
            // Where one place could not be asked, nobody knows what is over.
            waiting.IsWhole ? [.. told.Where(row => !burning.Exists(item => item.Href == row.Href))] : [],
            [.. burning.Where(item => known.TryGetValue(item.Href, out var row) && Urgent(item) < row.Told).Select(item => (known[item.Href], Urgent(item)))]);
    }

    public static long Urgent(Attention item) => item.Urgent ?? item.Count;
}
