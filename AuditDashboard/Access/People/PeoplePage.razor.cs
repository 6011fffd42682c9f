using AuditDashboard.Access.SecondFactor;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Access.People;

/// <summary>Who may come in, and how far.</summary>
public sealed partial class PeoplePage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<PersonLine>? _people;
    private (string Key, PersonLine? Person)? _form;
    private string? _password;
    private string? _problem;

    [Inject] private PeopleQuery Query { get; set; } = default!;
    [Inject] private ChangePerson Change { get; set; } = default!;
    [Inject] private ForgetSecondFactor Forget { get; set; } = default!;
    [Inject] private IBranchList Branches { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _people = await Query.RunAsync(_leaving.Token);

    private string BranchesOf(PersonLine person) =>
        string.Join(", ", person.Branches.Select(code => Branches.All.FirstOrDefault(branch => branch.Code == code).Name ?? code));

    private void Invite() => (_form, _problem) = (("new", null), null);

    private void Edit(PersonLine person) => (_form, _problem) = ((person.Id, person), null);

    private void CloseForm() => _form = null;

    private async Task DoneAsync(string? oneTimePassword)
    {
        (_form, _password) = (null, oneTimePassword);
        await ReadAsync();
    }

    private async Task EnableAsync(PersonLine person) => await ShowAsync(await Change.SetDisabledAsync(person.Id, isDisabled: false, _leaving.Token));

    private async Task DisableAsync(PersonLine person)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["DisableTitle", person.Name], Text["DisableText"], Text["Disable"]) is not null)
        {
            await ShowAsync(await Change.SetDisabledAsync(person.Id, isDisabled: true, _leaving.Token));
        }
    }

    private async Task ResetAsync(PersonLine person)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["NewPasswordTitle", person.Name], Text["NewPasswordText"], Text["NewPassword"]) is not null)
        {
            var reset = await Change.ResetPasswordAsync(person.Id, _leaving.Token);
            _password = reset.Value;
            await ShowAsync(reset.Refusal);
        }
    }

    private async Task ForgetFactorAsync(PersonLine person)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["ForgetCodeTitle", person.Name], Text["ForgetCodeText"], Text["ForgetCode"]) is not null)
        {
            await ShowAsync(await Forget.HandleAsync(person.Id, _leaving.Token));
        }
    }

    private async Task ShowAsync(Refusal? refusal)
    {
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        await ReadAsync();
    }
}
