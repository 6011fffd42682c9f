using AuditDashboard.Access;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Health;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Status;

/// <summary>Каналы: which are on, which are silent, and what to do, for everyone; live.</summary>
public sealed partial class ChannelsPage : LivePage
{
    private IReadOnlyList<ChannelLine>? _shown;

    /// <summary>What the prerendered page read: the circuit begins with it instead of reading again.</summary>
    [PersistentState] public string? Prerendered { get; set; }

    [PersistentState] public bool MaySetUp { get; set; }

    [Inject] private ChannelsQuery Query { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private Pulse<EventsAppended> Appended { get; set; } = default!;
    [Inject] private Pulse<HealthChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<HealthText> Text { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Reasons { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Appended, _ => true, ReadAsync);
        Refresh(Changed, _ => true, ReadAsync);
        _shown = Carried.Unpack<IReadOnlyList<ChannelLine>>(Prerendered);
        if (_shown is null)
        {
            MaySetUp = (await Viewers.GetAsync()).IsOwner;
            await ReadAsync();
            Prerendered = Carried.Pack(_shown);
        }
    }

    private async Task ReadAsync() => _shown = await Query.RunAsync(Leaving);

    private static string TitleOf(ChannelLine line) => line.Name == line.Bot ? KindWords.Of(line.Kind) : line.Name;

    private static (string Key, Tone Tone) StateOf(ChannelLine line) => HealthWords.State(line.Health, line.IsPaused, line.IsRefused, line.LastAt is not null);
}
