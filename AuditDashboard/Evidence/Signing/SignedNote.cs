using System.Globalization;
using System.Text;

namespace AuditDashboard.Evidence.Signing;

/// <summary>A checkpoint as C2SP signed notes and tlog-checkpoint write it: three lines, an empty one, a signature line.</summary>
/// <param name="Text">The whole note, byte for byte; UTF-8 without a mark at its start.</param>
internal sealed record SignedNote(string Origin, long Size, byte[] Root, string Text)
{
    private const string Dash = "— ";

    public static SignedNote Sign(LogKey key, string origin, long size, byte[] root)
    {
        var body = Body(origin, size, root);
        return new SignedNote(origin, size, root, $"{body}\n{Dash}{origin} {Convert.ToBase64String(key.Sign(origin, Encoding.UTF8.GetBytes(body)))}\n");
    }

    /// <returns>Null where it is no checkpoint.</returns>
    public static SignedNote? Parse(string text)
    {
        if (text.Split('\n') is not [var origin, var size, var root, "", ..] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves))
        {
            return null;
        }

        var hash = new byte[48];
        return Convert.TryFromBase64String(root, hash, out var length) && length == 32 ? new SignedNote(origin, leaves, hash[..32], text) : null;
    }

    /// <summary>One of its signature lines is by this key, over these very lines.</summary>
    public bool IsSignedBy(string verifierKey)
    {
        var body = Body(Origin, Size, Root);
        return Text.StartsWith(body + "\n", StringComparison.Ordinal)
            && Text[(body.Length + 1)..].Split('\n').Any(line => line.StartsWith($"{Dash}{Origin} ", StringComparison.Ordinal) && Fits(line[(Dash.Length + Origin.Length + 1)..], body, verifierKey));
    }

    private bool Fits(string encoded, string body, string verifierKey)
    {
        var signature = new byte[128];
        return Convert.TryFromBase64String(encoded, signature, out var length) && LogKey.IsSigned(verifierKey, Origin, Encoding.UTF8.GetBytes(body), signature.AsSpan(0, length));
    }

    private static string Body(string origin, long size, byte[] root) =>
        $"{origin}\n{size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(root)}\n";
}
