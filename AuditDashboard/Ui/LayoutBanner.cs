namespace AuditDashboard.Ui;

/// <summary>A strip above every page, contributed by its capability as a singleton. The component shows nothing where it has nothing to say.</summary>
public sealed record LayoutBanner(Type Component);
