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
}

/// <param name="RetryAt">UTC; with <see cref="SignInStatus.TooMany"/>.</param>
internal sealed record SignInAnswer(SignInStatus Status, DateTimeOffset? RetryAt = null, string? Ticket = null);
