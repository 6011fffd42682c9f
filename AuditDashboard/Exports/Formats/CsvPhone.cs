namespace AuditDashboard.Exports.Formats;

/// <summary>Phones in a table: E.164 for programs; for people without the plus, which a spreadsheet would take for a formula.</summary>
internal static class CsvPhone
{
    public static bool IsNumber(string phone) => phone.Length is > 7 and <= 16 && phone[0] == '+' && !phone.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <param name="phone">E.164.</param>
    /// <returns><c>7 (900) 123-45-67</c>; a number of another length as its digits.</returns>
    public static string ForPeople(string phone)
    {
        var digits = phone[1..];
        return digits.Length > 10 ? $"{digits[..^10]} ({digits[^10..^7]}) {digits[^7..^4]}-{digits[^4..^2]}-{digits[^2..]}" : digits;
    }
}
