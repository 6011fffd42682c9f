namespace AuditDashboard.Ui;

/// <summary>Where an entry of the menu stands; sections appear in this order.</summary>
public enum NavSection
{
    Main,
    Quality,
    Growth,
    System,
}

/// <summary>An entry of the menu, contributed by its capability as a singleton: what is not registered is not shown.</summary>
/// <param name="Href">Address without a leading slash; empty for the start page.</param>
/// <param name="Text">Marker class of the words, with <paramref name="Key"/> in them.</param>
public sealed record NavItem(string Href, string Icon, Type Text, string Key, NavSection Section, int Order)
{
    /// <summary>Only these roles see it; null = everyone signed in.</summary>
    public IReadOnlyCollection<string>? Roles { get; init; }

    /// <summary>The key after <c>g</c> that opens it; null = none.</summary>
    public char? Shortcut { get; init; }

    /// <summary>Also in the bar at the bottom of a phone (four places).</summary>
    public bool OnPhone { get; init; }

    /// <summary>What waits behind the entry, counted for the viewer of the given (circuit's) services; null shows nothing.</summary>
    public Func<IServiceProvider, CancellationToken, Task<NavCount?>>? Count { get; init; }

    public bool IsFor(string role) => Roles is null || Roles.Contains(role);
}

/// <summary>A number beside a menu entry: waits for a person (warn), is broken (bad), or is a queue's size (flat).</summary>
public sealed record NavCount(int Value, Tone Tone);
