namespace AuditDashboard.Conversations.Story;

/// <summary>What the story depends on besides the events.</summary>
/// <param name="IdleFor">A session closes this long after its last activity (<c>Session:IdleHours</c>).</param>
/// <param name="Hours">When people answer.</param>
/// <param name="Zone">The organization's; <paramref name="BranchZones"/> holds only the branches that have another.</param>
internal sealed record StoryRules(
    TimeSpan IdleFor, WorkingHours Hours, TimeZoneInfo Zone, IReadOnlyDictionary<string, TimeZoneInfo> BranchZones)
{
    /// <summary>The assistant's time to answer; a wait of exactly this is still an answer.</summary>
    public static readonly TimeSpan AssistantPatience = TimeSpan.FromMinutes(10);

    /// <summary>A person's time to answer, unless the session closes first.</summary>
    public static readonly TimeSpan HumanPatience = TimeSpan.FromHours(24);

    /// <summary>Working time in which a call for a person must be answered.</summary>
    public static readonly TimeSpan EscalationPatience = TimeSpan.FromMinutes(15);

    /// <summary>How long after a reminder a bare "yes" answers it.</summary>
    public static readonly TimeSpan ReminderPatience = TimeSpan.FromHours(24);

    /// <summary>How long after its start a visit waits for somebody to say whether the client came (kpi-notes.md section 7).</summary>
    public static readonly TimeSpan MarkPatience = TimeSpan.FromHours(24);

    /// <summary>By branch code: only the branches that have hours of their own.</summary>
    public IReadOnlyDictionary<string, WorkingHours> BranchHours { get; init; } = new Dictionary<string, WorkingHours>();

    public WorkingHours HoursOf(string? branch) => branch is not null && BranchHours.TryGetValue(branch, out var hours) ? hours : Hours;

    public TimeZoneInfo ZoneOf(string? branch) =>
        branch is not null && BranchZones.TryGetValue(branch, out var zone) ? zone : Zone;
}
