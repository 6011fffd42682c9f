using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.SignIn;

/// <summary>A person's own password: in place of a one-time one, or of the present one.</summary>
public sealed partial class PasswordPage
{
    private string? _problem;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "ticket")] private string? Ticket { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(Name = nameof(OldPassword), FormName = "password")] private string? OldPassword { get; set; }

    [SupplyParameterFromForm(Name = nameof(NewPassword), FormName = "password")] private string? NewPassword { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    private bool HasTicket => !string.IsNullOrEmpty(Ticket);

    protected override void OnInitialized()
    {
        if (!HasTicket && Context.User.Identity?.IsAuthenticated != true)
        {
            Navigation.NavigateTo("/login?returnUrl=%2Fpassword");
        }
    }

    private async Task ChooseAsync()
    {
        var choose = Context.RequestServices.GetRequiredService<ChoosePassword>();
        var chosen = await choose.HandleAsync(Context, Ticket, OldPassword, NewPassword ?? "");
        if (chosen.Refusal is { } refusal)
        {
            _problem = RefusalWords.Of(Text, refusal);
            return;
        }

        Navigation.NavigateTo(chosen.Value!.Next(LocalUrl.Or(ReturnUrl, HasTicket ? "/" : "/settings"))!);
    }
}
