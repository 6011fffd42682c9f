using AuditDashboard.Channels.Health;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>Интеграции: what is connected and how it fares, live; and the wizard that connects more.</summary>
public sealed partial class IntegrationsPage : LivePage
{
    /// <summary>How often "three minutes ago" is told anew when nothing happens.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    private Connections? _shown;
    private bool _connecting;
    private (string Value, Connection Of)? _secret;
    private (string Words, Tone Tone)? _done;

    /// <summary>What the prerendered page read: the circuit begins with it instead of reading again.</summary>
    [PersistentState] public string? Prerendered { get; set; }

    [Inject] private ConnectionsQuery Query { get; set; } = default!;
    [Inject] private Pulse<EventsAppended> Appended { get; set; } = default!;
    [Inject] private Pulse<RefusedCalls.Added> Refused { get; set; } = default!;
    [Inject] private Pulse<HealthChanged> Health { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Appended, _ => true, ReadAsync);
        Refresh(Refused, _ => true, ReadAsync);
        Refresh(Health, _ => true, ReadAsync);
        _shown = Carried.Unpack<Connections>(Prerendered);
        if (_shown is null)
        {
            await ReadAsync();
            Prerendered = Carried.Pack(_shown);
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Every(Tick, ReadAsync);
        }
    }

    private async Task ReadAsync() => _shown = await Query.RunAsync(Leaving);

    private void Begin() => (_connecting, _done, _secret) = (true, null, null);

    private async Task CloseAsync()
    {
        _connecting = false;
        await ReadAsync();
    }

    private async Task DoneAsync((string Words, Tone Tone) done)
    {
        (_done, _secret) = (done, null);
        await ReadAsync();
    }

    private async Task ShowSecretAsync((string Value, Connection Of) secret)
    {
        (_secret, _done) = (secret, null);
        await ReadAsync();
    }
}
