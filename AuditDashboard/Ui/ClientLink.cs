namespace AuditDashboard.Ui;

/// <summary>An entry on a client's page, contributed by its capability as a singleton: leads to <c>clients/{id}/{Page}</c>.</summary>
/// <param name="Text">Marker class of the words: <paramref name="Key"/> is the title.</param>
public sealed record ClientLink(string Page, string Icon, Type Text, string Key, int Order)
{
    /// <summary>Only these roles see it; null = everyone signed in.</summary>
    public IReadOnlyCollection<string>? Roles { get; init; }

    public bool IsFor(string role) => Roles is null || Roles.Contains(role);
}
