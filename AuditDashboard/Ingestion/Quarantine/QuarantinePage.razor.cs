using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>What was sent and not taken: who sent it, when, why, the body as text; try again or discard. Follows quarantine live.</summary>
public sealed partial class QuarantinePage
{
    private const int Most = 100;

    private IReadOnlyList<QuarantinedItem>? _items;
    private QuarantinedItem? _open;
    private int _count;
    private (string Words, Tone Tone)? _notice;

    [Inject] private QuarantineQuery Query { get; set; } = default!;
    [Inject] private ReviewQuarantine Review { get; set; } = default!;
    [Inject] private QuarantineTrim Trim { get; set; } = default!;
    [Inject] private Pulse<QuarantineChanged> Changed { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<IngestionText> Text { get; set; } = default!;

    private long Dropped => Trim.Dropped;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, when: _ => true, ReadAsync);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _items = await Query.NewestAsync(Most, Leaving);
        _count = await Query.CountAsync(Leaving);
    }

    private async Task LookAsync(QuarantinedItem item) => _open = _open?.Id == item.Id ? null : await Review.LookAsync(item.Id, Leaving);

    private async Task RetryAsync(QuarantinedItem item)
    {
        var outcome = await Review.RetryAsync(item.Id, Leaving);
        _notice = outcome.Refusal?.Code switch
        {
            null => outcome.Value!.All(result => result.Code.Length == 0) ? (Text["Taken"], Tone.Good) : (Text["StillRefused"], Tone.Warn),
            "not-found" => (Text["Gone"], Tone.Warn),
            "busy" or "storage" => (Text["TryLater"], Tone.Warn),
            _ => (Text["NotRead"], Tone.Bad),
        };
        await ReadAsync();
    }

    private async Task DiscardAsync(QuarantinedItem item)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["DiscardTitle"], Text["DiscardText"], Text["Discard"]) is not null)
        {
            await Review.DiscardAsync(item.Id, Leaving);
            await ReadAsync();
        }
    }

    private string SenderOf(QuarantinedItem item) =>
        item.Endpoint is { } endpoint ? Text["FromEndpoint", endpoint, item.Bot] : Text["FromKey", item.Bot];

    private string ReasonOf(QuarantinedItem item) => item.Code switch
    {
        "validation" => Text["ReasonValidation"],
        "conflict" => Text["ReasonConflict"],
        "json" => Text["ReasonJson"],
        "encoding" => Text["ReasonEncoding"],
        "media-type" => Text["ReasonMediaType"],
        "too-many-events" => Text["ReasonTooManyEvents"],
        "too-large" => Text["ReasonTooLarge"],
        _ => Text["ReasonInternal"],
    };

    private IEnumerable<string> ProblemsOf(QuarantinedItem item) => item.Errors.Take(5).Select(problem =>
        problem.Key.Length == 0 ? Text["Document", string.Join(", ", problem.Value)] : Text["Member", problem.Key, string.Join(", ", problem.Value)].Value);
}
