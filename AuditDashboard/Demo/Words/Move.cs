namespace AuditDashboard.Demo.Words;

/// <summary>One exchange of a conversation: ways a client may say it, ways the assistant may answer. Names in braces are filled in by <see cref="Facts"/>.</summary>
/// <param name="Step">The step of the scenario; where it is <c>{step}</c>, the one of the service asked for.</param>
/// <param name="Reply">All of them questions or none, since the end of a conversation is judged by that (kpi-notes.md section 8).</param>
internal sealed record Move(string Scenario, string Step, string Intent, IReadOnlyList<string> Client, IReadOnlyList<string> Reply);
