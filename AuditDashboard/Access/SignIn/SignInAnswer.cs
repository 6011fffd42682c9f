namespace AuditDashboard.Access.SignIn;

internal enum SignInStatus
{
    SignedIn,

    /// <summary>Wrong password, no such account, or a disabled one: never said which.</summary>
    Wrong,

    /// <summary>Too many tries; the moment says when the next one counts.</summary>
    TooMany,

    /// <summary>Right, but with a one-time password: <see cref="SignInAnswer.Ticket"/> opens the choice of another.</summary>
    MustChangePassword,

    /// <summary>The password was right; <see cref="SignInAnswer.Ticket"/> opens the question for the code.</summary>
    NeedsCode,

    /// <summary>The password was right, and a second step is demanded that is not set up yet.</summary>
    MustEnrol,

    /// <summary>The step before this one was too long ago.</summary>
    TicketOld,
}

/// <param name="RetryAt">UTC; with <see cref="SignInStatus.TooMany"/>.</param>
internal sealed record SignInAnswer(SignInStatus Status, DateTimeOffset? RetryAt = null, string? Ticket = null)
{
    /// <summary>Where to go next; null when the page at hand has something to say.</summary>
    /// <param name="target">The page that was asked for, one of ours.</param>
    public string? Next(string target) => Status switch
    {
        SignInStatus.SignedIn => target,
        SignInStatus.MustChangePassword => Step("/password", target),
        SignInStatus.NeedsCode => Step("/login/code", target),
        SignInStatus.MustEnrol => Step("/second-factor", target),
        _ => null,
    };

    private string Step(string page, string target) => $"{page}?ticket={Uri.EscapeDataString(Ticket!)}&returnUrl={Uri.EscapeDataString(target)}";
}
