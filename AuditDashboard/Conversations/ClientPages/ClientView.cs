using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>A person as their page shows them: all merged records as one. Moments are UTC; phones are masked.</summary>
/// <param name="Id">The record that stands for the person.</param>
/// <param name="Phones">Masked.</param>
/// <param name="Sessions">Those the viewer may see, the newest first.</param>
/// <param name="MayChange">The viewer may merge and separate, and see phones.</param>
public sealed record ClientView(
    ClientId Id, string? Name, IReadOnlyList<string> Phones, IReadOnlyList<ClientView.Address> Addresses, IReadOnlyList<SessionSummary> Sessions,
    IReadOnlyList<ClientView.Merge> Merges, DateTimeOffset KnownSince, bool MayChange)
{
    /// <summary>The newest first; null prices are for those who may not see money.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <param name="Plan">created | confirmed | declined | cancelled</param>
    /// <param name="Fact">attended | no_show; null while nobody has said.</param>
    /// <param name="IsOverdue">Somebody should have said by now whether the person came.</param>
    public sealed record Visit(string Booking, DateTimeOffset Start, string? Service, string? Staff, string? Branch, string Plan, string? Fact, bool IsOverdue, long? PriceKopecks)
    {
        public bool IsUnmarked => IsOverdue && Fact is null && (Plan is "created" or "confirmed");
    }

    /// <param name="Purpose">What for, as the bot named it; null = it did not.</param>
    /// <param name="TextVersion">Which wording was agreed to; <paramref name="TextSha256"/> is the wording's hash.</param>
    /// <param name="GrantedAt">Null where only the withdrawal is known.</param>
    /// <param name="By">Who wrote the last word down, by name; null = the client said it themselves.</param>
    /// <param name="Session">Where it was said.</param>
    public sealed record Consent(
        string? Purpose, string? TextVersion, string? TextSha256, string? Channel, DateTimeOffset? GrantedAt, DateTimeOffset? WithdrawnAt, string? By, string? Reason, SessionId? Session)
    {
        public bool IsGranted => WithdrawnAt is null;

        public DateTimeOffset At => WithdrawnAt ?? GrantedAt ?? default;
    }

    /// <param name="Value">With the channel's prefix; masked where it is a phone.</param>
    public sealed record Address(string Value, string? Channel, DateTimeOffset FirstSeenAt);

    /// <param name="OtherName">Of the record that was joined; null = it has none. <paramref name="OtherAddress"/> is its address, masked where it is a phone.</param>
    /// <param name="Reason"><c>phone</c> | <c>person</c></param>
    /// <param name="UndoneAt">Null while it counts.</param>
    public sealed record Merge(ClientId From, ClientId Into, string? OtherName, string? OtherAddress, string Reason, DateTimeOffset At, DateTimeOffset? UndoneAt);
}
