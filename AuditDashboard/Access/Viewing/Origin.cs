namespace AuditDashboard.Access.Viewing;

/// <summary>Where a request came from.</summary>
internal static class Origin
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("YaBrowser", "Yandex"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static (string Address, string Device) Of(HttpContext context) =>
        (AddressOf(context), DeviceOf(context.Request.Headers.UserAgent.ToString()));

    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
    }

    /// <summary>Browser and system by name: enough to recognise one's own device, too little to be a fingerprint.</summary>
    public static string DeviceOf(string agent)
    {
        string? Known((string Mark, string Name)[] table) => Array.Find(table, entry => agent.Contains(entry.Mark, StringComparison.Ordinal)).Name;
        return string.Join(", ", new[] { Known(Browsers), Known(Systems) }.OfType<string>());
    }
}
