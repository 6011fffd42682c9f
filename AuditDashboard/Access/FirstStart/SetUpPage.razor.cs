using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.FirstStart;

/// <summary>The first step of the first start: whoever holds the one-time link becomes the owner. The second one belongs to Settings.</summary>
public sealed partial class SetUpPage
{
    private string? _problem;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "code")] private string? Code { get; set; }

    [SupplyParameterFromForm(Name = nameof(Name), FormName = "setup")] private string? Name { get; set; }

    [SupplyParameterFromForm(Name = nameof(Email), FormName = "setup")] private string? Email { get; set; }

    [SupplyParameterFromForm(Name = nameof(Password), FormName = "setup")] private string? Password { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    private bool IsOpen => Context.RequestServices.GetRequiredService<SetUpCode>().IsOpen(Code);

    private async Task MakeOwnerAsync()
    {
        var make = Context.RequestServices.GetRequiredService<MakeFirstOwner>();
        var made = await make.HandleAsync(Context, Code, Name ?? "", (Email ?? "").Trim(), Password ?? "");
        if (made.Refusal is { } refusal)
        {
            _problem = RefusalWords.Of(Text, refusal);
            return;
        }

        Navigation.NavigateTo(made.Value!.Next("/setup/salon")!);
    }
}
