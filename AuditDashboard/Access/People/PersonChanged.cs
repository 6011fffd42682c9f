namespace AuditDashboard.Access.People;

/// <summary>News: what this person may do is different now, or (with <paramref name="SignIn"/>) one of their sign-ins ended.</summary>
/// <param name="SignIn">Id of the one sign-in that ended; null = all of them must be looked at again.</param>
internal sealed record PersonChanged(string UserId, string? SignIn = null);
