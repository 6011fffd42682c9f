using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.People;

/// <summary>Invites somebody, or changes what a known person may do.</summary>
public sealed partial class PersonForm
{
    private readonly HashSet<string> _branches = new(StringComparer.Ordinal);
    private string _name = "";
    private string _email = "";
    private string _role = Roles.Manager;
    private string? _problem;
    private bool _busy;

    /// <summary>Whose access is changed; null invites a new person.</summary>
    [Parameter] public string? UserId { get; set; }

    [Parameter] public string? Name { get; set; }

    [Parameter] public string? Role { get; set; }

    [Parameter] public IReadOnlyCollection<string> BranchCodes { get; set; } = [];

    /// <summary>Told the one-time password of a new person, or null.</summary>
    [Parameter] public EventCallback<string?> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] private InvitePerson Invite { get; set; } = default!;
    [Inject] private ChangePerson Change { get; set; } = default!;
    [Inject] private IBranchList Branches { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    protected override void OnInitialized()
    {
        _role = Role ?? _role;
        _branches.UnionWith(BranchCodes);
    }

    private void Tick(string code, bool on) => _ = on ? _branches.Add(code) : _branches.Remove(code);

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var (refusal, password) = UserId is { } userId
            ? (await Change.SetRoleAsync(userId, _role, _branches, CancellationToken.None), null)
            : await InviteAsync();
        _busy = false;
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        if (refusal is null)
        {
            await OnDone.InvokeAsync(password);
        }
    }

    private async Task<(Refusal? Refusal, string? Password)> InviteAsync()
    {
        var invited = await Invite.HandleAsync(_email, _name, _role, _branches, CancellationToken.None);
        return (invited.Refusal, invited.Value);
    }
}
