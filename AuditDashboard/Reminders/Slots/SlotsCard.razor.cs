using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Slots;

/// <summary>B6 on the page of bookings: an hour that was given back goes to whoever found none, one at a time.</summary>
public sealed partial class SlotsCard : LivePage
{
    private SlotsView? _shown;
    private (bool IsRead, string? Branch) _read;
    private string? _problem;
    private bool _busy;

    /// <summary>Code; null = all that the viewer may see.</summary>
    [Parameter] public string? Branch { get; set; }

    [Inject] private SlotsQuery Query { get; set; } = default!;
    [Inject] private OfferSlot Offer { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private Pulse<AppointmentsChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<RemindersText> Text { get; set; } = default!;

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (true, Branch))
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => (_shown, _read) = (await Query.RunAsync(Branch, Leaving), (true, Branch));

    // What has begun is not given up when the viewer leaves.
    private async Task OfferAsync(SlotsView.Slot slot, SlotsView.Person person)
    {
        if (!_busy)
        {
            _busy = true;
            Say(await Offer.HandleAsync(slot.Booking, person.ClientId, CancellationToken.None));
            _busy = false;
            await ReadAsync();
        }
    }

    private async Task SettleAsync(SlotsView.Slot slot, SlotsView.Person person, bool isYes)
    {
        Say(await Offer.SettleAsync(person.Offer, slot.Booking, isYes, CancellationToken.None));
        await ReadAsync();
    }

    private void Say(Refusal? refusal) => _problem = refusal is null ? null : Text[$"SlotRefused_{refusal.Code}"].Value;

    private string TitleOf(SlotsView.Slot slot) => string.Join(" · ", new[]
    {
        $"{Dates.DayWithWeekday(DateOnly.FromDateTime(slot.Wall))}, {slot.Wall:HH:mm}", slot.Service, slot.Staff, Settings.Salon.Branches.Count > 1 ? Settings.Salon.NameOf(slot.Branch) : null,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static Tone ToneOf(string state) => state switch { "taken" => Tone.Good, "offered" or "sending" => Tone.Warn, "failed" => Tone.Bad, _ => Tone.Flat };
}
