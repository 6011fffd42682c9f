namespace AuditDashboard.Storage.Words;

/// <summary>A word somebody typed, as words are compared.</summary>
/// <param name="Stem">What its other forms begin with, where the language is known; else null.</param>
public sealed record SoughtWord(string Word, string? Stem = null);
