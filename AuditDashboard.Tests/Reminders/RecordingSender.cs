using System.Collections.Concurrent;
using AuditDashboard.Channels;

namespace AuditDashboard.Tests.Reminders;

/// <summary>Takes messages as the channels do, remembers them, and fails where a test wants it.</summary>
internal sealed class RecordingSender(TimeProvider time) : IMessageSender, IBookingWriteBack
{
    private int _number;

    public List<SendingEndpoint> Connected { get; } = [new("ep-telegram", "telegram", "telegram", "salon-bot", "center")];

    public ConcurrentQueue<(OutgoingMessage Message, DateTimeOffset At)> Delivered { get; } = [];

    public ConcurrentQueue<SettledPress> Settled { get; } = [];

    public ConcurrentQueue<(string EndpointId, string BookingId, string Attendance)> Told { get; } = [];

    /// <summary>Null = the message is delivered.</summary>
    public Func<OutgoingMessage, SendResult?> Fault { get; set; } = _ => null;

    public Queue<SendResult> Answers { get; } = [];

    public IReadOnlyList<SendingEndpoint> Endpoints() => Connected;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (Fault(message) is { } fault)
        {
            return Task.FromResult(fault);
        }

        Delivered.Enqueue((message, time.GetUtcNow()));
        return Task.FromResult(new SendResult(SendState.Sent, $"{message.Address}/{Interlocked.Increment(ref _number)}"));
    }

    public Task SettleAsync(SettledPress press, CancellationToken cancel)
    {
        Settled.Enqueue(press);
        return Task.CompletedTask;
    }

    public Task<SendResult> TellAttendanceAsync(string endpointId, string bookingId, string attendance, CancellationToken cancel)
    {
        Told.Enqueue((endpointId, bookingId, attendance));
        return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : new SendResult(SendState.Sent));
    }
}
