namespace AuditDashboard.Ui;

/// <summary>What a capability asks people to look at: an entry of the strip on the start page, contributed as a singleton.</summary>
/// <param name="Read">Asked with the viewer's (circuit's) services; null shows nothing.</param>
public sealed record AttentionItem(int Order, Func<IServiceProvider, CancellationToken, Task<Attention?>> Read)
{
    /// <summary>Only these roles are asked to look; null = everyone signed in.</summary>
    public IReadOnlyCollection<string>? Roles { get; init; }

    public bool IsFor(string role) => Roles is null || Roles.Contains(role);
}

/// <summary>Something that waits for a person, in the viewer's words.</summary>
/// <param name="Href">The rows behind the count.</param>
public sealed record Attention(long Count, string Title, string Detail, Tone Tone, string Href)
{
    /// <summary>How many of them cannot wait for somebody to open the page; counts with <see cref="Tone.Bad"/> only. Null = all.</summary>
    public long? Urgent { get; init; }
}
