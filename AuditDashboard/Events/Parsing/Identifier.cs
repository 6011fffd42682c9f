using System.Buffers;

namespace AuditDashboard.Events.Parsing;

/// <summary>Ids and types a sender may choose: <c>[A-Za-z0-9_.:-]{1,128}</c> (http-api.md section 2).</summary>
internal static class Identifier
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    public static bool IsValid(string value) => value.Length is >= 1 and <= 128 && !value.AsSpan().ContainsAnyExcept(Allowed);
}
