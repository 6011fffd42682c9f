using AuditDashboard.Digest.Chats;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Digest.Page;

/// <summary>The viewer's chat: bound by a code that is shown once.</summary>
public sealed partial class ChatCard
{
    private string? _code;
    private DateTimeOffset _until;
    private string? _problem;

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    /// <summary>Null before the first code.</summary>
    [Parameter, EditorRequired] public ShownChat? Chat { get; set; }

    [Inject] private BindChat Binding { get; set; } = default!;
    [Inject] private ChangeChat Changing { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<DigestText> Text { get; set; } = default!;

    private bool IsBound => Chat?.Channel is not null;

    private async Task BindAsync()
    {
        var made = await Binding.HandleAsync(CancellationToken.None);
        if (made.Refusal is { } refusal)
        {
            _problem = RefusalWords.Of(Text, refusal);
            return;
        }

        ((_code, _until), _problem) = (made.Value, null);
        await OnChanged.InvokeAsync();
    }

    private async Task UnbindAsync()
    {
        _code = null;
        await Changing.UnbindAsync(CancellationToken.None);
        await OnChanged.InvokeAsync();
    }

    private async Task SpeakAsync(ChangeEventArgs chosen)
    {
        await Changing.SpeakAsync(chosen.Value as string ?? Speech.Russian, CancellationToken.None);
        await OnChanged.InvokeAsync();
    }
}
