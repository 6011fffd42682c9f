namespace AuditDashboard.Ui;

/// <summary>What another capability knows of the lead of a dialog, shown in its replay; contributed as a singleton.</summary>
/// <param name="Component">A component with the one parameter <c>SessionId</c>, a <see cref="Guid"/>. It shows nothing where it knows nothing.</param>
public sealed record InspectorPart(int Order, Type Component);
