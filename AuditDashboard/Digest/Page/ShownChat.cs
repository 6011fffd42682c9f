namespace AuditDashboard.Digest.Page;

/// <summary>The viewer's chat. Moments are UTC.</summary>
/// <param name="Channel">telegram | max; null = none is bound.</param>
/// <param name="Language">ru | en</param>
/// <param name="CodeUntil">Until when a code counts that nobody has used yet; null = none is out.</param>
public sealed record ShownChat(string? Channel, DateTimeOffset? BoundAt, string Language, DateTimeOffset? CodeUntil);
