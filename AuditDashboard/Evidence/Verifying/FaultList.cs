namespace AuditDashboard.Evidence.Verifying;

/// <summary>Collects faults; of a log that is broken all through, only the first ones of each kind.</summary>
internal sealed class FaultList
{
    private readonly Dictionary<FaultKind, List<Fault>> _byKind = [];

    public bool Has(FaultKind kind) => _byKind.ContainsKey(kind);

    public void Add(Fault fault)
    {
        var known = _byKind.TryGetValue(fault.Kind, out var list) ? list : _byKind[fault.Kind] = [];
        if (known.Count < VerifyReport.MostFaults)
        {
            known.Add(fault);
        }
    }

    /// <summary>In the order of the leaves, the finest kind first at the same place, what may be a mere consequence last; ranges with something finer in them are left out.</summary>
    public IReadOnlyList<Fault> Told()
    {
        var all = _byKind.Values.SelectMany(list => list).ToList();
        var fine = all.Where(fault => !fault.IsCoarse && !fault.IsDoubtful).ToList();
        return
        [
            .. all.Where(fault => !fault.IsCoarse || !fine.Exists(fault.Covers))
                .OrderBy(fault => fault.IsDoubtful).ThenBy(fault => fault.Index).ThenBy(fault => fault.Kind).Take(VerifyReport.MostFaults),
        ];
    }
}
