using System.Diagnostics.CodeAnalysis;

namespace AuditDashboard.Foundation;

/// <summary>An expected "no": a stable code (also the last part of <c>/problems/&lt;code&gt;</c>) and what its words need.</summary>
public sealed record Refusal(string Code, params object[] Arguments);

/// <summary>A value, or the reason why there is none.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
