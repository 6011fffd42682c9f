namespace AuditDashboard.Ui;

/// <summary>What another capability shows on the card of an endpoint whose bot is told things; contributed as a singleton.</summary>
/// <param name="Component">A component with the one parameter <c>EndpointId</c>, a string.</param>
public sealed record NoticedEndpointPart(int Order, Type Component);
