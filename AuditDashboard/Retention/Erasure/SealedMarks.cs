using System.Text.Json;
using AuditDashboard.Storage.Purging;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Retention.Erasure;

/// <summary>What names a person, readable by this installation only, for as long as its deletion takes.</summary>
internal sealed class SealedMarks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Retention.Marks");

    public string Close(ErasedPerson person) => _protector.Protect(JsonSerializer.Serialize(person.Marks));

    public void OpenInto(ErasedPerson person, string? marks)
    {
        foreach (var mark in marks is null ? [] : JsonSerializer.Deserialize<string[]>(_protector.Unprotect(marks))!)
        {
            person.Mark(mark);
        }
    }
}
