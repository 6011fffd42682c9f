using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>What the channel gave anew: tokens, keys, numbers. What is left empty stays.</summary>
public sealed partial class EnterForm
{
    private readonly Dictionary<string, string> _typed = new(StringComparer.OrdinalIgnoreCase);
    private string? _problem;
    private bool _busy;

    [Parameter, EditorRequired] public Connection Connection { get; set; } = default!;

    [Parameter] public EventCallback OnSaved { get; set; }

    [Inject] private ConnectionActs Acts { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        if (_typed.Values.All(string.IsNullOrWhiteSpace))
        {
            _problem = KindWords.Get("Nothing_entered");
            return;
        }

        _busy = true;
        var refusal = await Acts.EnterAsync(Connection.EndpointId!, _typed);
        _busy = false;
        _problem = refusal is null ? null : KindWords.Refusal(refusal) ?? RefusalWords.Of(Text, refusal);
        if (refusal is null)
        {
            _typed.Clear();
            await OnSaved.InvokeAsync();
        }
    }
}
