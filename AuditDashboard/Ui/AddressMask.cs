namespace AuditDashboard.Ui;

/// <summary>A client's address in a channel as it may be shown: where it is a phone (<c>tel:</c>, <c>wa:</c>), the phone is masked.</summary>
public static class AddressMask
{
    public static string Of(string address) => address.Split(':', 2) is [("tel" or "wa") and var channel, var phone] && phone.Count(char.IsAsciiDigit) >= 10
        ? $"{channel}:{PhoneMask.Of("+" + phone.TrimStart('+'))}"
        : address;
}
