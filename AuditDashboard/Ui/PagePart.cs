namespace AuditDashboard.Ui;

/// <summary>A part one capability contributes, as a singleton, to a page of another that may not know it. The component reads the page's address itself.</summary>
/// <param name="Page">Address of the page without a leading slash.</param>
public sealed record PagePart(string Page, Type Component, int Order);
