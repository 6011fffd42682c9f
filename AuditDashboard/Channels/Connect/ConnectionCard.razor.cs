using AuditDashboard.Access;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Health;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Channels.Connect;

/// <summary>One way in: how it fares, and what an owner may do to it.</summary>
public sealed partial class ConnectionCard
{
    private CheckTarget? _check;
    private bool _entering;

    [Parameter, EditorRequired] public Connection Connection { get; set; } = default!;

    /// <summary>Something was done, or refused; in words.</summary>
    [Parameter] public EventCallback<(string Words, Tone Tone)> OnDone { get; set; }

    /// <summary>A fresh key or secret.</summary>
    [Parameter] public EventCallback<(string Value, Connection Of)> OnSecret { get; set; }

    [Inject] private ConnectionActs Acts { get; set; } = default!;
    [Inject] private IBotKeys Keys { get; set; } = default!;
    [Inject] private PublicAddress Addresses { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private (string Key, Tone Tone) State => HealthWords.State(Connection.Health, Connection.IsPaused, Connection.IsTroubled, Connection.LastAt is not null);

    /// <summary>The endpoint's own name; without one, what it is.</summary>
    private string Title => Connection.Name == Connection.Bot ? KindWords.Of(Connection.Kind) : Connection.Name;

    private string Below => string.Join(
        " · ", new[] { Connection.Name == Connection.Bot ? null : KindWords.Of(Connection.Kind), Text["BotOf", Connection.Bot].Value, Connection.Branch }.OfType<string>());

    /// <summary>Null for a bot with keys.</summary>
    private EndpointShape? Shape => EndpointShape.Of(Connection.Kind);

    private Task EnteredAsync()
    {
        _entering = false;
        return OnDone.InvokeAsync((KindWords.Get("Entered", Title), Tone.Good));
    }

    private async Task ToggleCheckAsync() => _check = _check is null ? await Acts.WaitAsync(Connection) : null;

    private async Task NewKeyAsync()
    {
        var issued = await Keys.IssueAsync(Connection.Bot, Connection.Bot, Connection.Keys is [var line, ..] ? line.Branch : null, CancellationToken.None);
        await (issued.Succeeded ? OnSecret.InvokeAsync((issued.Value.Key, Connection)) : SayAsync("", issued.Refusal));
    }

    private async Task RevokeKeyAsync(IBotKeys.Line line)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["RevokeKeyTitle", line.Name], Text["RevokeKeyText", line.Bot], Text["RevokeKey"]) is not null)
        {
            await SayAsync("KeyRevoked", await Keys.RevokeAsync(line.Id, CancellationToken.None));
        }
    }

    private async Task RotateAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["RotateTitle", Title], Text["RotateText"], Text["Rotate"]) is not null)
        {
            var secret = await Acts.RotateAsync(Connection.EndpointId!);
            await (secret.Succeeded ? OnSecret.InvokeAsync((secret.Value, Connection)) : SayAsync("", secret.Refusal));
        }
    }

    private async Task PauseAsync()
    {
        if (Connection.IsPaused)
        {
            await SayAsync("Resumed", await Acts.ResumeAsync(Connection.EndpointId!));
        }
        else if (await ConfirmDialog.AskAsync(Dialogs, Text["PauseTitle", Title], Text["PauseText"], Text["Pause"]) is not null)
        {
            await SayAsync("Paused", await Acts.PauseAsync(Connection.EndpointId!));
        }
    }

    private async Task StopForwardingAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, KindWords.Get("UnforwardTitle"), KindWords.Get("UnforwardText"), KindWords.Get("Unforward")) is not null)
        {
            var refusal = await Acts.StopForwardingAsync(Connection.EndpointId!);
            await OnDone.InvokeAsync(refusal is null ? (KindWords.Get("Unforwarded", Title), Tone.Good) : (RefusalWords.Of(Text, refusal), Tone.Bad));
        }
    }

    private async Task StopNoticesAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, KindWords.Get("UnnoticeTitle"), KindWords.Get("UnnoticeText"), KindWords.Get("Unnotice")) is not null)
        {
            var refusal = await Acts.StopNoticesAsync(Connection.EndpointId!);
            await OnDone.InvokeAsync(refusal is null ? (KindWords.Get("Unnoticed", Title), Tone.Good) : (RefusalWords.Of(Text, refusal), Tone.Bad));
        }
    }

    private async Task RevokeAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["DisconnectTitle", Title], Text["DisconnectText"], Text["Disconnect"]) is not null)
        {
            await SayAsync("Disconnected", await Acts.RevokeAsync(Connection.EndpointId!));
        }
    }

    private Task SayAsync(string key, Refusal? refusal) =>
        OnDone.InvokeAsync(refusal is null ? (Text[key, Title], Tone.Good) : (RefusalWords.Of(Text, refusal), Tone.Bad));
}
