using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>What came of a try.</summary>
internal enum DeliveryEnd
{
    Done,
    /// <summary>There is nothing to tell: it is so already, or the owner wants none of it.</summary>
    Nothing,
    /// <summary>Reading before the write failed; nothing was written.</summary>
    ReadFailed,
    WriteFailed,
    /// <summary>It is not there; perhaps not yet. Look again before writing.</summary>
    NotThereYet,
    /// <summary>The lead itself is gone from the portal.</summary>
    Gone,
}

internal sealed record Delivered(DeliveryEnd End, BitrixAnswer? Answer = null, long? PortalId = null)
{
    public static readonly Delivered Nothing = new(DeliveryEnd.Nothing);
    public static readonly Delivered NotThereYet = new(DeliveryEnd.NotThereYet);
    public static readonly Delivered Gone = new(DeliveryEnd.Gone);

    public static Delivered Done(long? portalId = null) => new(DeliveryEnd.Done, null, portalId);

    public static Delivered ReadFailed(BitrixAnswer answer) => new(DeliveryEnd.ReadFailed, answer);

    public static Delivered Wrote(BitrixAnswer answer, Func<BitrixAnswer, long?> idOf) => answer.IsOk ? Done(idOf(answer)) : new(DeliveryEnd.WriteFailed, answer);
}

/// <summary>Tells the portal one kind of thing.</summary>
internal interface IDeliver
{
    string Kind { get; }

    Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel);
}
