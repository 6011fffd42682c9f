using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>
/// Events whose content is gone, held against the leaves that erasures and retention runs have named in the log. What nobody named was taken out by
/// somebody else.
/// </summary>
internal sealed class GoneContent
{
    private readonly NumberRanges _named = new();
    private readonly List<(long First, long Last, long Seq)> _gone = [];

    /// <summary>In the order of the leaves.</summary>
    public void Add(long index, long seq)
    {
        if (_gone is [.., var last] && last.Last + 1 == index && last.Seq + (index - last.First) == seq)
        {
            _gone[^1] = last with { Last = index };
        }
        else
        {
            _gone.Add((index, index, seq));
        }
    }

    /// <summary>An event that may name leaves; others are passed over.</summary>
    public void Read(ILoggedEvents.Logged logged)
    {
        if (logged.Bot == OwnEvent.Bot && EventTypes.NameLeaves.Contains(logged.Type) && logged.Content()?.DataText("indices") is { } indices && NumberRanges.Parse(indices) is { } ranges)
        {
            _named.Add(ranges);
        }
    }

    public bool IsNamed(long index) => _named.Contains(index);

    /// <summary>Index and seq of what is gone without a name.</summary>
    public IEnumerable<(long Index, long Seq)> Unnamed()
    {
        foreach (var (first, last, seq) in _gone)
        {
            for (var index = first; index <= last; index++)
            {
                if (!IsNamed(index))
                {
                    yield return (index, seq + index - first);
                }
            }
        }
    }
}
