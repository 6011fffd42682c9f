namespace AuditDashboard.Channels;

/// <param name="Text">What stands on it; 20 characters show everywhere.</param>
/// <param name="Data">What comes back when it is pressed: 1 to 64 bytes of UTF-8.</param>
public sealed record AnswerButton(string Text, string Data);
