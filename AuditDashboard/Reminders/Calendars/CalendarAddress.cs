using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>The addresses calendars read: under <c>PublicBaseUrl</c> where it is set, else under what the viewer's own browser uses.</summary>
internal sealed class CalendarAddress(NavigationManager navigation, IConfiguration configuration)
{
    public string Of(string token) =>
        $"{(configuration["PublicBaseUrl"] is { Length: > 0 } configured ? configured : navigation.BaseUri).TrimEnd('/')}/calendar/{token}.ics";

    /// <summary>What a phone opens with its calendar instead of its browser.</summary>
    public string WebcalOf(string token)
    {
        var address = Of(token);
        return $"webcal{address[address.IndexOf(':', StringComparison.Ordinal)..]}";
    }
}
