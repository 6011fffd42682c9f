using AuditDashboard.Digest.Sending;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Digest.Page;

/// <summary>Настройки → Сводка и тревоги: where and when an owner is written to, and what was written.</summary>
public sealed partial class DigestPage : LivePage
{
    private DigestView? _shown;

    [Inject] private DigestQuery Query { get; set; } = default!;
    [Inject] private Pulse<DigestChanged> Changed { get; set; } = default!;
    [Inject] private Pulse<EventsAppended> Appended { get; set; } = default!;
    [Inject] private IStringLocalizer<DigestText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, _ => true, ReadAsync);
        // A code is recognised where messages are stored; only while one is out may a message be it.
        Refresh(Appended, _ => _shown?.Chat?.CodeUntil > Clock.GetUtcNow(), ReadAsync);
        await ReadAsync();
    }

    private async Task ReadAsync() => _shown = await Query.RunAsync(Leaving);
}
