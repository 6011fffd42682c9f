using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.SignIn;

/// <summary>The way in. Rendered without a circuit, because only a response can carry a cookie.</summary>
public sealed partial class SignInPage
{
    private string? _problem;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(Name = nameof(Email), FormName = "sign-in")] private string? Email { get; set; }

    [SupplyParameterFromForm(Name = nameof(Password), FormName = "sign-in")] private string? Password { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private SalonClock Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (Context.User.Identity?.IsAuthenticated == true && HttpMethods.IsGet(Context.Request.Method))
        {
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        var answer = await Context.RequestServices.GetRequiredService<SignInWithPassword>().HandleAsync(Context, Email ?? "", Password ?? "");
        if (answer.Next(LocalUrl.Or(ReturnUrl)) is { } next)
        {
            Navigation.NavigateTo(next);
            return;
        }

        _problem = answer.RetryAt is { } retryAt ? RetryWords.Refuse(Context, Clock, Text, retryAt) : Text["WrongPair"];
    }
}
