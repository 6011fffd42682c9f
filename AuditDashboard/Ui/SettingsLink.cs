namespace AuditDashboard.Ui;

/// <summary>An entry of the settings' start page, contributed by its capability as a singleton.</summary>
/// <param name="Href">Address without a leading slash.</param>
/// <param name="Text">Marker class of the words: <paramref name="Key"/> is the title, <c>&lt;Key&gt;Hint</c> the line under it.</param>
public sealed record SettingsLink(string Href, string Icon, Type Text, string Key, int Order)
{
    /// <summary>Only these roles see it; null = everyone signed in.</summary>
    public IReadOnlyCollection<string>? Roles { get; init; }

    public bool IsFor(string role) => Roles is null || Roles.Contains(role);
}
