using OtpNet;
using QRCoder;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>Codes of an authenticator app: RFC 6238 with what every app understands, SHA-1, six digits, thirty seconds.</summary>
internal static class Authenticator
{
    private const string Issuer = "AuditDashboard";

    // A phone's clock may be half a minute off, no more.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>160 fresh bits, in base32 as apps take them typed.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>The half minute the code belongs to; null when it is none of now, the one before or the one after.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>The picture an app reads the secret from: SVG without a size of its own, dark on light in both themes.</summary>
    public static string Picture(string secret, string email)
    {
        var uri = new OtpUri(OtpType.Totp, secret, email, Issuer).ToString();
        using var codes = new QRCodeGenerator();
        using var picture = new SvgQRCode(codes.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M));
        return picture.GetGraphic(new System.Drawing.Size(200, 200));
    }
}
