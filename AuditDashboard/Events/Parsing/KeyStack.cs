using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>The keys met so far in each open object, to find one that comes twice.</summary>
internal ref struct KeyStack
{
    private const int Linear = 24;
    private List<Level>? _levels;
    private int _depth;

    public string? Enter()
    {
        _levels ??= [];
        if (_levels.Count == _depth)
        {
            _levels.Add(new Level());
        }

        _levels[_depth++].Clear();
        return null;
    }

    public string? Leave()
    {
        _depth--;
        return null;
    }

    public readonly string? Add(ref Utf8JsonReader reader)
    {
        var hash = new HashCode();
        if (reader.ValueIsEscaped)
        {
            hash.AddBytes(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!));
        }
        else
        {
            hash.AddBytes(reader.ValueSpan);
        }

        return _levels![_depth - 1].Add(hash.ToHashCode()) ? null : JsonProblem.Repeated;
    }

    /// <summary>Equal hashes are taken for equal keys (seeded a process, so nobody can make two meet).</summary>
    private sealed class Level
    {
        private readonly List<int> _few = new(Linear);
        private readonly HashSet<int> _many = [];

        public void Clear()
        {
            _few.Clear();
            _many.Clear();
        }

        public bool Add(int hash)
        {
            if (_few.Contains(hash))
            {
                return false;
            }

            if (_few.Count < Linear)
            {
                _few.Add(hash);
                return true;
            }

            return _many.Add(hash);
        }
    }
}
