using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Who delivers what.</summary>
internal sealed class DeliveryKinds(IEnumerable<IDeliver> kinds, ReadContents contents, RelinkLead relink, Pulse<BitrixChanged> changed)
{
    private readonly Dictionary<string, IDeliver> _kinds = kinds.ToDictionary(kind => kind.Kind);

    public ReadContents Contents => contents;

    public RelinkLead Relink => relink;

    public Pulse<BitrixChanged> Changed => changed;

    public IDeliver Of(string kind) => _kinds[kind];
}
