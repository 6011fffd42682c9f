namespace AuditDashboard.Access.SignIn;

/// <summary>Where to go after signing in: only ever a page of ours.</summary>
internal static class LocalUrl
{
    public static string Or(string? url, string fallback = "/") => IsLocal(url) ? url! : fallback;

    /// <summary>
    /// A path from the root. <c>//host</c> and <c>/\host</c> are other hosts to a browser, which also drops tabs and line breaks before it looks;
    /// the same hidden behind one more encoding is refused too (a proxy may decode it).
    /// </summary>
    public static bool IsLocal(string? url) =>
        url is { Length: > 0 and <= 2000 } && IsPath(url) && IsPath(Uri.UnescapeDataString(url));

    private static bool IsPath(string url) =>
        url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(letter => char.IsControl(letter) || letter == '\\');
}
