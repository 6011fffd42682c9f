using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Bitrix24: how the exchange fares, what waits, what a person must look at, how it is set up.</summary>
public sealed partial class BitrixPage : LivePage
{
    /// <summary>Ages, pauses and gauges move though nothing happens.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(3);

    private BitrixView? _shown;
    private bool _failed;
    private bool _busy;
    private (string Words, Tone Tone, string? Link)? _notice;

    [Inject] private BitrixViewQuery Query { get; set; } = default!;
    [Inject] private BitrixActs Acts { get; set; } = default!;
    [Inject] private Pulse<BitrixChanged> Changed { get; set; } = default!;
    [Inject] private ILogger<BitrixPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<Bitrix24Text> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, _ => true, ReadAsync);
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Every(Tick, ReadAsync);
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

    private Task RetryAsync(DeliveryView line) => DoAsync(() => Acts.RetryAsync(line, Leaving), "Retried");

    private Task RetryAllAsync() => DoAsync(() => Acts.RetryAllAsync(Leaving), "Retried");

    private Task SkipAsync(DeliveryView line) => DoAsync(() => Acts.SkipAsync(line, Leaving), null);

    private Task FixAsync(DeliveryView line, DeadLine.Fix fix) => DoAsync(() => Acts.FixAsync(line, fix.Field, fix.Value, Leaving), "Retried");

    private Task EnterAsync(string address) => DoAsync(() => Acts.EnterAsync(address, Leaving), "Entered");

    private Task CheckAsync() => DoAsync(() => Acts.CheckAsync(Leaving), null);

    private Task DisconnectAsync() => DoAsync(() => Acts.DisconnectAsync(Leaving), null);

    private Task SaveAsync(MappingView mapping) => DoAsync(() => Acts.SaveAsync(mapping, Leaving), "Saved");

    private Task TestAsync() => DoAsync(
        async () =>
        {
            var outcome = await Acts.TestAsync(Leaving);
            _notice = outcome.Succeeded ? (Text["TestSent"], Tone.Good, outcome.Value) : null;
            return outcome.Refusal;
        },
        null);

    private async Task DoAsync(Func<Task<Refusal?>> act, string? done)
    {
        (_busy, _notice) = (true, null);
        try
        {
            var refusal = await act();
            _notice = refusal is not null ? (RefusalWords.Of(Text, refusal), Tone.Bad, null) : done is null ? _notice : (Text[done], Tone.Good, null);
        }
        finally
        {
            _busy = false;
        }

        await ReadAsync();
    }

    [LoggerMessage(EventId = 4120, Level = LogLevel.Error, Message = "The page of the exchange with Bitrix24 could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
