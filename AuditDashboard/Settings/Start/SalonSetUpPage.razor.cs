using AuditDashboard.Foundation;
using AuditDashboard.Settings.Salon;
using AuditDashboard.Settings.Store;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Start;

/// <summary>The second step of the first start: the organization, its zone and its branches. Then on to the first bot.</summary>
public sealed partial class SalonSetUpPage
{
    private string? _problem;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromForm(Name = nameof(Name), FormName = "salon")] private string? Name { get; set; }

    [SupplyParameterFromForm(Name = nameof(Zone), FormName = "salon")] private string? Zone { get; set; }

    [SupplyParameterFromForm(Name = nameof(Branches), FormName = "salon")] private string? Branches { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private SalonClock Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override void OnInitialized()
    {
        Name ??= Settings.Salon.Name;
        Zone ??= Settings.Salon.TimeZone;
        Branches ??= string.Join('\n', Settings.Salon.Branches.Select(branch => branch.Name));
    }

    private async Task SaveAsync()
    {
        var change = Context.RequestServices.GetRequiredService<ChangeSalon>();
        var wanted = new SalonSettings(Name!.Trim(), Zone ?? SettingsStore.DefaultTimeZone, Read(Branches!));
        if (await change.HandleAsync(wanted, Context.RequestAborted) is { } refusal)
        {
            _problem = RefusalWords.Of(Text, refusal);
            return;
        }

        Navigation.NavigateTo("/integrations");
    }

    // A name that is known keeps its code and zone.
    private List<SalonSettings.Branch> Read(string lines)
    {
        List<SalonSettings.Branch> branches = [];
        foreach (var name in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            var known = Settings.Salon.Branches.FirstOrDefault(branch => branch.Name == name);
            branches.Add(known ?? new SalonSettings.Branch(BranchCode.From(name, [.. branches.Select(branch => branch.Code)]), name, null));
        }

        return branches;
    }
}
