using System.Text;
using AuditDashboard.Channels.Mango;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Mango;

/// <summary>The form the exchange posts.</summary>
internal static class MangoForm
{
    public static readonly (string, string?)[] Settings = EndpointSettings.Of("mango", ("ApiKey", "mango-test-key"), ("ApiSalt", "mango-test-salt"));

    public static readonly string Type = "application/x-www-form-urlencoded";

    public static string Of(byte[] json) =>
        $"vpbx_api_key=mango-test-key&sign={MangoKind.Sign("mango-test-key", json, "mango-test-salt")}&json={string.Concat(json.Select(Encode))}";

    public static string Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    private static string Encode(byte letter) =>
        char.IsAsciiLetterOrDigit((char)letter) ? ((char)letter).ToString() : letter == ' ' ? "+" : $"%{letter:X2}";
}
