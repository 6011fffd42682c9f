using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.SignIn;

/// <summary>The answer to too many tries: 429 with <c>Retry-After</c>, and the hour in words.</summary>
internal static class RetryWords
{
    public static string Refuse(HttpContext context, SalonClock clock, IStringLocalizer<AccessText> text, DateTimeOffset retryAt)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        var seconds = Math.Max(1, (long)Math.Ceiling((retryAt - clock.Now).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return text["TooManyTries", Dates.Time(clock, retryAt.AddMinutes(1))];
    }
}
