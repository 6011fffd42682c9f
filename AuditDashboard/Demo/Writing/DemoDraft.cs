using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Writing;

/// <summary>An event before it has an id and bytes. Members that stay null are not written.</summary>
internal sealed record DemoDraft(string Type, DateTimeOffset At)
{
    public string Bot { get; init; } = DemoSalon.AssistantBot;
    public string? Session { get; init; }
    public string? Channel { get; init; }
    public string? Branch { get; init; }
    public string? Actor { get; init; }
    public string? Kind { get; init; }
    public Person? Person { get; init; }

    /// <summary>Where the client's address is taken from, when it is not <see cref="Channel"/>.</summary>
    public string? AddressOf { get; init; }

    public string? Text { get; init; }
    public string? InReplyTo { get; init; }
    public string? Intent { get; init; }
    public double Confidence { get; init; }
    public DemoRelease? Release { get; init; }
    public string? Scenario { get; init; }
    public string? Step { get; init; }
    public string? Lead { get; init; }
    public Visit? Visit { get; init; }
    public int? Payment { get; init; }
    public DemoSource? Source { get; init; }
    public long? LatencyMs { get; init; }
    public VoiceNote? Voice { get; init; }
    public PhoneCall? Call { get; init; }

    /// <summary>Members of <c>data</c>: texts, numbers and flags.</summary>
    public IReadOnlyList<(string Name, object Value)> More { get; init; } = [];

    /// <summary>A voice message (<paramref name="FileId"/>), or what was understood of it (<paramref name="Heard"/>).</summary>
    public sealed record VoiceNote(string? FileId, int Seconds, string? Heard, double Confidence);

    public sealed record PhoneCall(string Direction, string? Result, int? Seconds, int? WaitSeconds);
}
