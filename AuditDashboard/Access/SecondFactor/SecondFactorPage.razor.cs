using AuditDashboard.Access.People;
using AuditDashboard.Access.SignIn;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>Sets the second step up and switches it off: for whoever is signed in, and on the way in where it is demanded.</summary>
public sealed partial class SecondFactorPage
{
    private string? _problem;
    private string? _secret;
    private string? _offer;
    private string _email = "";
    private FactorState? _state;
    private IReadOnlyList<string>? _codes;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "ticket")] private string? Ticket { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(Name = nameof(Offer), FormName = "factor-on")] private string? Offer { get; set; }

    [SupplyParameterFromForm(Name = nameof(OnCode), FormName = "factor-on")] private string? OnCode { get; set; }

    [SupplyParameterFromForm(Name = nameof(OffCode), FormName = "factor-off")] private string? OffCode { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private SalonClock Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<SecondFactorText> Words { get; set; } = default!;

    private bool HasTicket => !string.IsNullOrEmpty(Ticket);

    private string After => LocalUrl.Or(ReturnUrl, HasTicket ? "/" : "/settings");

    private ChangeSecondFactor Change => Context.RequestServices.GetRequiredService<ChangeSecondFactor>();

    private EnrolOffers Offers => Context.RequestServices.GetRequiredService<EnrolOffers>();

    protected override async Task OnInitializedAsync()
    {
        if (await Change.PersonAsync(Context, Ticket) is not { } person)
        {
            Navigation.NavigateTo("/login?returnUrl=%2Fsecond-factor");
            return;
        }

        await ShowAsync(person);
    }

    private async Task ShowAsync(UserRow person)
    {
        _email = person.Email!;
        _state = await Context.RequestServices.GetRequiredService<SecondFactors>().StateAsync(person.Id, Context.RequestAborted);
        if (_state is null)
        {
            _secret = Offers.SecretOf(Offer, person.Id) ?? Authenticator.NewSecret();
            _offer = Offers.Seal(person.Id, _secret);
        }
    }

    private async Task TurnOnAsync()
    {
        var person = await Change.PersonAsync(Context, Ticket);
        if (person is null || Offers.SecretOf(Offer, person.Id) is not { } secret)
        {
            _problem = Words["TicketOld"];
            return;
        }

        var turned = await Change.TurnOnAsync(Context, person, secret, OnCode ?? "", HasTicket);
        _codes = turned.Value;
        _problem = turned.Refusal is { } refusal ? RefusalWords.Of(Words, refusal) : null;
    }

    private async Task TurnOffAsync()
    {
        if (await Change.PersonAsync(Context, Ticket) is not { } person)
        {
            return;
        }

        var refusal = await Change.TurnOffAsync(Context, person, OffCode ?? "");
        _problem = refusal is null ? null : RefusalWords.Of(Words, refusal);
        await ShowAsync(person);
    }
}
