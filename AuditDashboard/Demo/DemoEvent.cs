namespace AuditDashboard.Demo;

/// <summary>One event of the pretended salon, as its bot would have sent it.</summary>
/// <param name="ReceivedAt">The moment of receipt on the pretended clock, UTC; equal to the event's own <c>time</c>.</param>
/// <param name="Bot">Which of the salon's two senders sent it: the assistant or the booking journal.</param>
/// <param name="Json">The native event of http-api.md section 2 in UTF-8.</param>
internal readonly record struct DemoEvent(DateTimeOffset ReceivedAt, string Bot, ReadOnlyMemory<byte> Json);
