using System.Text.Json;
using AuditDashboard.Storage.Purging;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Retention.Erasure;

/// <summary>What names a person, and where others keep them, readable by this installation only, for as long as its deletion takes.</summary>
internal sealed class SealedMarks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Retention.Marks");

    public string Close(ErasedPerson person) => _protector.Protect(JsonSerializer.Serialize(new Content([.. person.Marks], [.. person.Elsewhere])));

    public void OpenInto(ErasedPerson person, string? marks)
    {
        foreach (var mark in Open(marks).Marks)
        {
            person.Mark(mark);
        }
    }

    /// <summary>Kinds and numbers of what other systems keep, such as <c>lead 77</c>.</summary>
    public IReadOnlyList<string> ElsewhereIn(string? marks) => Open(marks).Elsewhere;

    private Content Open(string? marks)
    {
        if (marks is null)
        {
            return new Content([], []);
        }

        // An erasure that an earlier version began has a plain list.
        var json = _protector.Unprotect(marks);
        return json.StartsWith('[') ? new Content(JsonSerializer.Deserialize<string[]>(json)!, []) : JsonSerializer.Deserialize<Content>(json)!;
    }

    private sealed record Content(string[] Marks, string[] Elsewhere);
}
