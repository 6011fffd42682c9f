using System.Globalization;
using PhoneNumbers;

namespace AuditDashboard.Conversations.Clients;

/// <summary>Phones as E.164. 8…, +7…, 7… and ten digits are one number (kpi-notes.md section 1); others are read by libphonenumber.</summary>
internal static class Phones
{
    /// <summary>E.164, or null where there is no phone number in the text.</summary>
    public static string? Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return null;
        }

        Span<char> digits = stackalloc char[40];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsDigit(letter))
            {
                digits[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter));
            }
            else if (char.IsLetter(letter))
            {
                return Parse(text);
            }
        }

        return (count, digits[0]) switch
        {
            (10, _) when !text.Contains('+', StringComparison.Ordinal) => $"+7{digits[..10]}",
            (11, '7') or (11, '8') when digits[0] == '7' || !text.Contains('+', StringComparison.Ordinal) => $"+7{digits[1..11]}",
            ( >= 10 and <= 15, _) => Parse("+" + digits[..count].ToString()),
            _ => null,
        };
    }

    /// <summary>The phone an address carries: <c>tel:</c>, and <c>wa:</c> where it is a number.</summary>
    public static string? OfAddress(string address)
    {
        if (address.StartsWith("tel:", StringComparison.Ordinal))
        {
            return Normalize(address[4..]);
        }

        return address.StartsWith("wa:", StringComparison.Ordinal) && address.AsSpan(3).TrimStart('+').IndexOfAnyExceptInRange('0', '9') < 0 && address.Length >= 13
            ? Normalize("+" + address[3..].TrimStart('+'))
            : null;
    }

    private static string? Parse(string text)
    {
        try
        {
            var library = PhoneNumberUtil.GetInstance();
            var number = library.Parse(text, "RU");
            return library.IsPossibleNumber(number) ? library.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
