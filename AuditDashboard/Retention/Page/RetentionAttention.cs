using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Retention.Page;

/// <summary>Terms that run out, on the start page: requests of subjects and erasures by the law's days, holds nobody has looked at for a quarter.</summary>
internal static class RetentionAttention
{
    /// <summary>Working days before the last one: time enough to answer by letter.</summary>
    public const int SoonDays = 3;

    /// <summary>A hold has no end of its own; after so long somebody has to say whether the dispute still goes on.</summary>
    public const int LongHoldDays = 90;

    private static readonly string[] Owner = ["owner"];

    public static readonly IReadOnlyList<AttentionItem> Items =
    [
        new(45, RequestsAsync) { Roles = Owner },
        new(46, ErasuresAsync) { Roles = Owner },
        new(47, HoldsAsync) { Roles = Owner },
    ];

    private static async Task<Attention?> RequestsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var open = await services.GetRequiredService<SubjectRequests>().OpenAsync(cancel);
        return Due(services, "AttentionRequests", [.. open.Select(row => row.DueOn)]);
    }

    private static async Task<Attention?> ErasuresAsync(IServiceProvider services, CancellationToken cancel)
    {
        var unfinished = await services.GetRequiredService<ErasureShelf>().UnfinishedAsync(cancel);
        return Due(services, "AttentionErasures", [.. unfinished.Select(row => row.DueOn)]);
    }

    private static async Task<Attention?> HoldsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var before = services.GetRequiredService<SalonClock>().Now.AddDays(-LongHoldDays);
        var old = (await services.GetRequiredService<HoldBook>().ListAsync(cancel)).Count(hold => hold.PlacedAt < before);
        var text = services.GetRequiredService<IStringLocalizer<RetentionText>>();
        return old == 0 ? null : new Attention(old, text["AttentionHolds"], text["AttentionHoldsDetail", LongHoldDays], Tone.Warn, "settings/retention");
    }

    /// <summary>Those whose last day is near or past; past ones are bad.</summary>
    private static Attention? Due(IServiceProvider services, string title, IReadOnlyList<DateOnly> days)
    {
        var today = services.GetRequiredService<SalonClock>().Today;
        var near = days.Where(day => WorkingDays.Between(today, day) <= SoonDays).ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var text = services.GetRequiredService<IStringLocalizer<RetentionText>>();
        var late = near.Count(day => day < today);
        var detail = late > 0 ? text["AttentionLate", late] : text["AttentionNext", near.Min().ToString("d", null)];
        return new Attention(near.Count, text[title], detail, late > 0 ? Tone.Bad : Tone.Warn, "settings/retention") { Urgent = late > 0 ? late : null };
    }
}
