using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>Phones as exchanges and booking systems write them: digits, with or without +, 8 for 7.</summary>
internal static class ChannelPhone
{
    /// <summary>E.164, or null where the text is something else (a SIP address, «anonymous», an extension).</summary>
    public static string? E164(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 32 || text.Any(letter => char.IsLetter(letter) || letter is '@' or '*' or '#'))
        {
            return null;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            10 when !text.Contains('+', StringComparison.Ordinal) => $"+7{digits}",
            11 when digits[0] == '8' && !text.Contains('+', StringComparison.Ordinal) => $"+7{digits[1..]}",
            >= 10 and <= 15 when digits[0] != '0' => $"+{digits}",
            _ => null,
        };
    }

    /// <summary>The same of a member, whether it came as text or as a number.</summary>
    public static string? E164(JsonElement parent, string name) => E164(ChannelText.Word(parent, name));

    /// <summary>The address of somebody who is known by the phone alone (http-api.md section 3).</summary>
    public static string? Address(string? phone) => phone is null ? null : $"tel:{phone}";
}
