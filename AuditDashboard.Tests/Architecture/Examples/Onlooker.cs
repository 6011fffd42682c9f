namespace AuditDashboard.Tests.Architecture.Examples;

/// <summary>Mentions one type in each place where a scanner could overlook it.</summary>
[SeenAsAttribute(typeof(SeenAsArgument))]
internal sealed class Onlooker<T>
    where T : SeenAsConstraint
{
    public static async Task<int> WaitAsync(int turn)
    {
        await Task.Yield();
        switch (turn)
        {
            case 1: return 1;
            case 2: return 4;
            case 3: return 9;
            case 4: return 16;
            default: return SeenInAsync.Count;
        }
    }

    public static Func<int> Later() => () => SeenInLambda.Count;

    public static int Generic() => new Dictionary<string, List<SeenInGeneric[]>>().Count;

    public static IEnumerable<int> Yields()
    {
        yield return SeenInIterator.Count;
    }
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SeenAsAttribute(Type about) : Attribute
{
    public Type About { get; } = about;
}

internal abstract class SeenAsConstraint;

internal sealed class SeenAsArgument;

internal sealed class SeenInGeneric;

internal static class SeenInAsync
{
    public static int Count { get; } = 1;
}

internal static class SeenInLambda
{
    public static int Count { get; } = 1;
}

internal static class SeenInIterator
{
    public static int Count { get; } = 1;
}

internal static class SeenInMarkup
{
    public static int Count { get; } = 1;
}
