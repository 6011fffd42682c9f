using Microsoft.Extensions.Localization;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>Faults in the reader's words.</summary>
internal static class FaultWords
{
    public static string Of(IStringLocalizer<EvidenceText> text, Fault fault) => text[$"Fault{fault.Kind}"];

    /// <summary>Which event, or which leaves. Leaves are counted from 0, as proofs count them.</summary>
    public static string Place(IStringLocalizer<EvidenceText> text, Fault fault) =>
        fault.Count > 1 ? text["PlaceRange", fault.Index, fault.Index + fault.Count - 1]
        : fault.Seq is { } seq ? text["PlaceEvent", seq, fault.Index]
        : text["PlaceLeaf", fault.Index];
}
