using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Exports.Page;

/// <summary>Отчёты: asks for files, shows how far they are, hands them out. What is asked for stands in the address.</summary>
public sealed partial class ReportsPage : LivePage
{
    private Reports? _shown;
    private long? _expected;
    private ExportOrder? _counted;
    private bool _failed;
    private (string Words, Tone Tone)? _notice;

    [SupplyParameterFromQuery(Name = "what")] private string? What { get; set; }
    [SupplyParameterFromQuery(Name = "as")] private string? As { get; set; }
    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "channel")] private string? Channel { get; set; }

    [Inject] private ReportsQuery Query { get; set; } = default!;
    [Inject] private ReportActs Acts { get; set; } = default!;
    [Inject] private Pulse<ExportsChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private ILogger<ReportsPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<ExportsText> Text { get; set; } = default!;

    private Period Chosen => Period.Of(Preset, From, To, Salon.Today);

    private ExportOrder Order => new(
        ExportOrder.Whats.Contains(What ?? "") ? What! : "sessions", ExportFormat.OfCode(As),
        new ExportFilter(Salon.StartOf(Chosen.First), Salon.StartOf(Chosen.End), Some(Channel), Some(Branch), MasksPhones: true));

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is null)
        {
            await ReadAsync();
        }

        if (_counted != Order)
        {
            await EstimateAsync();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            (_shown, _failed) = (await Query.RunAsync(Leaving), false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _failed = true;
            LogUnread(Logger, problem);
        }
    }

    private async Task EstimateAsync()
    {
        var order = Order;
        (_counted, _expected) = (order, null);
        var expected = await Query.EstimateAsync(order, Leaving);
        if (_counted == order)
        {
            _expected = expected;
        }
    }

    private async Task MakeAsync(bool uncovered) => Tell(await Acts.MakeAsync(Order, uncovered, Leaving), "Started");

    private async Task ScheduleAsync(ExportForm.Schedule wish)
    {
        Tell(await Acts.ScheduleAsync(Order, wish.Uncovered, wish.Weekday, wish.Hour, Leaving), "Scheduled");
        await ReadAsync();
    }

    private async Task CancelAsync(ReportFile file)
    {
        await Acts.CancelAsync(file.Id, Leaving);
        await ReadAsync();
    }

    private async Task RemoveAsync(ReportFile file)
    {
        if (await Acts.RemoveAsync(file.Id, Leaving))
        {
            await ReadAsync();
        }
    }

    private async Task UnscheduleAsync(ReportSchedule schedule)
    {
        if (await Acts.UnscheduleAsync(schedule.Id, Leaving))
        {
            await ReadAsync();
        }
    }

    private void Tell(Outcome<Guid> outcome, string done) => _notice = outcome.Refusal?.Code switch
    {
        null => (Text[done], Tone.Good),
        "export.many" => (Text["RefusedMany", outcome.Refusal.Arguments], Tone.Warn),
        "schedule.many" => (Text["RefusedSchedules", outcome.Refusal.Arguments], Tone.Warn),
        _ => (Text["RefusedForbidden"], Tone.Bad),
    };

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [LoggerMessage(EventId = 5220, Level = LogLevel.Error, Message = "The list of exports could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
