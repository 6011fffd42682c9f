using AuditDashboard.Access.SignIn;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>The second step of signing in: the code of the authenticator app, or a recovery code.</summary>
public sealed partial class CodePage
{
    private string? _problem;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "ticket")] private string? Ticket { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(Name = nameof(Code), FormName = "code")] private string? Code { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private SalonClock Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;
    [Inject] private IStringLocalizer<SecondFactorText> Words { get; set; } = default!;

    private async Task CheckAsync()
    {
        var answer = await Context.RequestServices.GetRequiredService<SignInWithCode>().HandleAsync(Context, Ticket, Code ?? "");
        if (answer.Next(LocalUrl.Or(ReturnUrl)) is { } next)
        {
            Navigation.NavigateTo(next);
            return;
        }

        _problem = answer.RetryAt is { } retryAt ? RetryWords.Refuse(Context, Clock, Text, retryAt)
            : Words[answer.Status == SignInStatus.TicketOld ? "TicketOld" : "CodeWrong"];
    }
}
