using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>The keys of bots: a new one is shown once; a revoked one never works again.</summary>
public sealed partial class ApiKeysPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ApiKeyLine>? _keys;
    private bool _isOpen;
    private string? _key;
    private string? _problem;

    [Inject] private ApiKeysQuery Query { get; set; } = default!;
    [Inject] private RevokeApiKey Revoke { get; set; } = default!;
    [Inject] private IBranchList Branches { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _keys = await Query.RunAsync(_leaving.Token);

    private string BranchOf(ApiKeyLine line) =>
        line.Branch is { } code ? $" · {Branches.All.FirstOrDefault(branch => branch.Code == code).Name ?? code}" : "";

    private void Open() => (_isOpen, _problem) = (true, null);

    private void Close() => _isOpen = false;

    private async Task DoneAsync(string key)
    {
        (_isOpen, _key) = (false, key);
        await ReadAsync();
    }

    private async Task RevokeAsync(ApiKeyLine line)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["RevokeTitle", line.Name], Text["RevokeText", line.Bot], Text["Revoke"]) is not null)
        {
            var refusal = await Revoke.HandleAsync(line.Id, _leaving.Token);
            _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
            await ReadAsync();
        }
    }
}
