using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>What a new key shall be for.</summary>
public sealed partial class ApiKeyForm
{
    private readonly HashSet<string> _scopes = new(StringComparer.Ordinal) { KeyScopes.Ingest };
    private string _name = "";
    private string _bot = "";
    private string _branch = "";
    private string? _problem;
    private bool _busy;

    /// <summary>Told the new key.</summary>
    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] private IssueApiKey Issue { get; set; } = default!;
    [Inject] private IBranchList Branches { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    private void Tick(string scope, bool on) => _ = on ? _scopes.Add(scope) : _scopes.Remove(scope);

    private async Task IssueAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var issued = await Issue.HandleAsync(new NewApiKey(_name, _bot.Trim(), _branch, _scopes), CancellationToken.None);
        _busy = false;
        _problem = issued.Succeeded ? null : RefusalWords.Of(Text, issued.Refusal);
        if (issued.Succeeded)
        {
            await OnDone.InvokeAsync(issued.Value);
        }
    }
}
