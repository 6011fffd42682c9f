using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Backups.Target;

/// <summary>AWS Signature Version 4 for one request: the scheme every S3-compatible storage takes.</summary>
internal static class S3Signature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "s3";

    /// <summary>Adds <c>x-amz-date</c>, <c>x-amz-content-sha256</c> and <c>Authorization</c>.</summary>
    /// <param name="request">Its address is percent-encoded already, its query in order.</param>
    /// <param name="contentHash">SHA-256 of the body, lower-case hex.</param>
    public static void Sign(HttpRequestMessage request, string contentHash, S3Options options, DateTimeOffset now)
    {
        var moment = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var day = moment[..8];
        var host = request.RequestUri!.IsDefaultPort ? request.RequestUri.IdnHost : $"{request.RequestUri.IdnHost}:{request.RequestUri.Port}";
        var scope = $"{day}/{options.Region}/{Service}/aws4_request";
        const string signed = "host;x-amz-content-sha256;x-amz-date";
        var canonical = $"{request.Method}\n{request.RequestUri.AbsolutePath}\n{request.RequestUri.Query.TrimStart('?')}\nhost:{host}\nx-amz-content-sha256:{contentHash}\nx-amz-date:{moment}\n\n{signed}\n{contentHash}";
        var toSign = $"{Algorithm}\n{moment}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Hash(Hash(Hash(Hash(Encoding.UTF8.GetBytes("AWS4" + options.SecretKey), day), options.Region), Service), "aws4_request");
        request.Headers.Add("x-amz-date", moment);
        request.Headers.Add("x-amz-content-sha256", contentHash);
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={options.AccessKey}/{scope}, SignedHeaders={signed}, Signature={Convert.ToHexStringLower(Hash(key, toSign))}");
    }

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
