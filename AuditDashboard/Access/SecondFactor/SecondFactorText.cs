namespace AuditDashboard.Access.SecondFactor;

/// <summary>Words of the second step of signing in.</summary>
internal sealed class SecondFactorText;
