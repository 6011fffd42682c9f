namespace AuditDashboard.Replay.Parts;

/// <summary>The part of a long dialog that is on the page: events from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct ThreadWindow(int First, int End)
{
    /// <summary>Up to this many events a dialog is shown whole.</summary>
    public const int Whole = 300;

    public const int Size = 200;

    /// <summary>Events of context before one that was asked for.</summary>
    private const int Context = 20;

    /// <summary>The dialog as it opens: whole, or its latest part.</summary>
    public static ThreadWindow Of(int count) => new(count > Whole ? count - Size : 0, count);

    public ThreadWindow Earlier() => this with { First = Math.Max(0, First - Size) };

    public ThreadWindow Later(int count) => this with { End = Math.Min(count, End + Size) };

    /// <summary>So that the event is inside: unchanged when it already is.</summary>
    public ThreadWindow Around(int index, int count)
    {
        if (index >= First && index < End)
        {
            return this;
        }

        var first = Math.Max(0, index - Context);
        return new ThreadWindow(first, Math.Min(count, first + Size));
    }

    /// <summary>After the dialog grew: a window that showed the end goes on showing it.</summary>
    public ThreadWindow Grown(int before, int count) => End >= before ? this with { End = count } : this;
}
