namespace AuditDashboard.Demo.Marking;

/// <summary>How far the demo has come in this database.</summary>
internal enum DemoState
{
    /// <summary>It was never here.</summary>
    None,

    /// <summary>Loading began; a start that was interrupted goes on.</summary>
    Begun,

    Loaded,

    /// <summary>The owner wants it gone; a removal that was interrupted goes on.</summary>
    Dismissed,

    /// <summary>It was here and does not come back by itself.</summary>
    Removed,
}
