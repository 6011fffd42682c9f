namespace AuditDashboard.Channels.Silence;

/// <summary>Who brings sessions, and in which channel.</summary>
/// <param name="Endpoint">Empty for the events API.</param>
/// <param name="Channel">Empty where none is named.</param>
internal readonly record struct Source(string Bot, string Endpoint, string Channel);

/// <summary>What a source brought, and what it should have.</summary>
internal sealed record SourceFlow(Source Source, Expectation Expectation, IReadOnlyDictionary<long, int> Starts, DateTimeOffset LastAt)
{
    /// <summary>Sessions of the 24 hours before the present one and of the present one.</summary>
    public int Day(DateTimeOffset now)
    {
        var hour = now.ToUnixTimeSeconds() / 3600;
        return Enumerable.Range(0, 25).Sum(back => Starts.GetValueOrDefault(hour - back));
    }

    /// <summary>The same hours, as they usually are; null while too little is known.</summary>
    public double? UsualDay(DateTimeOffset now) => Expectation.Over(DateTimeOffset.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 3600 - 24) * 3600), now);
}
