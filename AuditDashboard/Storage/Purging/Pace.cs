namespace AuditDashboard.Storage.Purging;

/// <summary>
/// How deletions share the write gate with the log: each step is to hold it for some 5 ms, commit included, and is followed by a rest eight times as
/// long, so that a caller seldom meets one and never waits for long (reliability-security.md F37 allows 50 ms a step).
/// </summary>
public sealed class Pace(TimeProvider time)
{
    private const int Rests = 8;
    private const double AimMilliseconds = 5;

    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs a step and rests after it.</summary>
    /// <returns>How long it took, waiting for the gate left out: what counts begins when the step calls its argument.</returns>
    public async Task<TimeSpan> StepAsync(Func<Action, Task> step, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        await step(() => began = time.GetTimestamp());
        var took = time.GetElapsedTime(began);
        if (took.Ticks > 0)
        {
            await Task.Delay(took * Rests < LongestRest ? took * Rests : LongestRest, time, cancel);
        }

        return took;
    }

    /// <summary>How much the next step may do, so that it takes about what it should: at once less where one took too long, half as much more where it was quick.</summary>
    public static int Next(int amount, TimeSpan took, int fewest, int most)
    {
        var fit = amount * AimMilliseconds / Math.Max(took.TotalMilliseconds, 0.01);
        return (int)Math.Clamp(Math.Min(fit, amount * 1.5), fewest, most);
    }
}
