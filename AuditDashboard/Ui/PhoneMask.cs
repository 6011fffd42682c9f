namespace AuditDashboard.Ui;

/// <summary>A phone as it may be shown before somebody asks for it, as <c>+7 962 •••-14-42</c>.</summary>
public static class PhoneMask
{
    private const string Dots = "•••";

    /// <param name="phone">E.164; anything else keeps only its last two characters.</param>
    public static string Of(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone))
        {
            return "";
        }

        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone[0] == '+' && digits.Length is > 10 and <= 15
            ? $"+{digits[..^10]} {digits[^10..^7]} {Dots}-{digits[^4..^2]}-{digits[^2..]}"
            : Dots + (phone.Length > 4 ? phone[^2..] : "");
    }
}
