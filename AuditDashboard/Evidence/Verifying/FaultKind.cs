namespace AuditDashboard.Evidence.Verifying;

/// <summary>What can be wrong with the log; the finest first.</summary>
internal enum FaultKind
{
    /// <summary>The payload or its salt is not what was committed to.</summary>
    Content,

    /// <summary>A column beside the payload says something else than the payload.</summary>
    Columns,

    /// <summary>The moment of receipt differs between event and leaf.</summary>
    Received,

    /// <summary>A leaf's hash is not that of its entry.</summary>
    Leaf,

    /// <summary>A leaf is there, its event is not, and nobody noted a removal.</summary>
    EventMissing,

    /// <summary>A leaf is missing between others.</summary>
    LeafMissing,

    /// <summary>An event without a leaf.</summary>
    EventExtra,

    /// <summary>Events are not in the order of their leaves.</summary>
    Order,

    /// <summary>A stored hash over full blocks of leaves is not theirs.</summary>
    Subtree,

    /// <summary>The leaves do not lead to the root that was signed.</summary>
    Root,

    /// <summary>A checkpoint is not signed by the key of its origin.</summary>
    Signature,

    /// <summary>More was signed than is there: the end is missing.</summary>
    Truncated,

    /// <summary>The access journal is not what the log remembers of it.</summary>
    Journal,

    /// <summary>The content is gone, and no erasure or retention run has named its leaf.</summary>
    Gone,
}
