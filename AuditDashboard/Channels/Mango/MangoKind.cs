using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Mango;

/// <summary>
/// Kind <c>mango</c>: VPBX API (channels.md section 8.1). A form with <c>vpbx_api_key</c>, <c>sign</c> and <c>json</c>; the sign is the SHA-256 of key, json
/// and salt over the json as it stands once the form is decoded. The json alone goes to the log, without the key.
/// </summary>
internal sealed class MangoKind(ReminderPresses presses) : BodyKind(presses)
{
    public static readonly string KindName = "mango";

    public override string Name => KindName;

    public override HookReply? Admit(HookCall call)
    {
        if (!HttpMethods.IsPost(call.Request.Method))
        {
            return HookReply.Refused("method");
        }

        var form = FormBody.Read(call.Text);
        return call.Endpoint.Member("ApiKey") is { } key && call.Endpoint.Member("ApiSalt") is { } salt && form.Only("json") is { } json
            && Secrets.Same(form.Text("vpbx_api_key"), key) & Secrets.Same(form.Text("sign")?.ToLowerInvariant(), Sign(key, json, salt))
                ? null
                : HookReply.Refused("bad-signature");
    }

    protected override ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> text) => FormBody.Read(text).Only("json");

    protected override IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt) =>
        ChannelText.Object(text) is { } notice ? [MangoTranslator.Translate(notice, receivedAt)] : null;

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sign(string key, ReadOnlySpan<byte> json, string salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(json);
        hash.AppendData(Encoding.UTF8.GetBytes(salt));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
