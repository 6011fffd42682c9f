namespace AuditDashboard.Channels.Endpoints;

/// <summary>Whose a member of an endpoint is.</summary>
internal enum MemberSource
{
    /// <summary>Ours to make; the owner takes it to the channel.</summary>
    Made,
    /// <summary>The channel lets the owner choose it: what is not given is made.</summary>
    MadeUnlessGiven,
    /// <summary>The channel's to give; without it no call could be admitted.</summary>
    Asked,
    /// <summary>The channel's to give; for probes and for sending.</summary>
    Optional,
}

/// <summary>One member of http-api.md section 4 as the page of integrations treats it.</summary>
/// <param name="IsSecret">Written and never shown again.</param>
internal sealed record EndpointMember(string Name, MemberSource Source, bool IsSecret = true)
{
    /// <summary>The owner may type it.</summary>
    public bool IsAsked => Source != MemberSource.Made;

    public bool IsMade => Source is MemberSource.Made or MemberSource.MadeUnlessGiven;
}
