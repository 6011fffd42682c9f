namespace AuditDashboard.Channels.Hooks;

/// <summary>How one kind of channel calls in: verify, translate, answer. A new channel is one folder and one line in <see cref="ChannelsModule"/>.</summary>
internal interface IChannelKind
{
    /// <summary>The word in <c>Provisioning:Endpoints:N:Kind</c>.</summary>
    string Name { get; }

    /// <summary>Null when the call is theirs and is to be stored; else what to answer at once (a wrong secret, a subscription check).</summary>
    HookReply? Admit(HookCall call);

    /// <summary>Never throws for content: what cannot be read is said so.</summary>
    ValueTask<Translation> TranslateAsync(HookCall call, CancellationToken cancel);

    /// <summary>The answer once everything is on disk.</summary>
    HookReply Answer(HookOutcome outcome);
}
