namespace AuditDashboard.Kpi;

/// <summary>A share k of n with its Wilson 95 % interval; all null when n is 0 (product.md section 3.0).</summary>
public sealed record Share(long K, long N, double? Value, double? Low, double? High)
{
    /// <summary>Of nothing.</summary>
    public static readonly Share None = new(0, 0, null, null, null);
}

/// <summary>The numbers of one period (http-api.md section 3): K1–K6 of kpi-notes.md.</summary>
public sealed record KpiReport(
    KpiFilter Filter, string Zone, KpiReport.Response ResponseTime, KpiReport.Converted Conversion,
    KpiReport.Closed AutoClosed, KpiReport.Escalated Escalations, IReadOnlyList<KpiReport.Day> Days, KpiReport.Traffic Volume)
{
    public Confirmed Confirmation { get; init; } = new(Share.None, 0, 0, 0, 0);

    public Answering Answers { get; init; } = Answering.None;

    public NoShows NoShow { get; init; } = new(Share.None, 0, null, null, null);

    /// <summary>By <c>utm_source</c> of the first touch, else by channel; the leads add up to n of K2.</summary>
    public IReadOnlyList<SourceRow> Sources { get; init; } = [];

    /// <summary>K1: answers of the assistant within the owner's goal, usually 3000 ms; waits in ms. P90 is null below 20 waits, P95 below 40.</summary>
    public sealed record Response(Share Within, long? P50Ms, long? P90Ms, long? P95Ms, long Unanswered, long HumanTurns, long? HumanP50Ms)
    {
        /// <summary>What counts as in time, milliseconds: the owner's goal.</summary>
        public long ThresholdMs { get; init; } = 3000;

        /// <summary>The share in time that the owner aims at.</summary>
        public double Aim { get; init; } = 0.8;
    }

    /// <summary>K1c–K1e. First = of the sessions' first turns those answered in time; replies of people to a call for one, in working minutes; delivery by messengers.</summary>
    public sealed record Answering(Share First, long? FirstP50Ms, Share In5, Share In15, Share In60, long? HumanP50Ms, long? HumanP90Ms, long Delivered, long? DeliveryP50Ms)
    {
        public static readonly Answering None = new(Share.None, null, Share.None, Share.None, Share.None, null, null, 0, null);
    }

    /// <summary>K2: needs that became a booking within 7 days; maturing ones are younger than that and may still convert.</summary>
    public sealed record Converted(Share Share, long Maturing);

    /// <summary>K3: visits confirmed 2 h before the start; with declined, silent and undelivered they add up to n. Late ones stay in their state.</summary>
    public sealed record Confirmed(Share Share, long Declined, long Silent, long Undelivered, long Late);

    /// <summary>K4: who did not come; coverage is the marked share of what should have happened, the bounds are K4 if all unmarked had come, or none.</summary>
    public sealed record NoShows(Share Share, long Unmarked, double? Coverage, double? BoundLow, double? BoundHigh);

    /// <summary>K5: sessions closed without a human; confirmed and assumed add up to k; durable leaves out the ones that came back.</summary>
    public sealed record Closed(Share Share, long Confirmed, long Assumed, Share Durable);

    /// <summary>K6: sessions handed to a person; lost = nobody answered within 15 working minutes.</summary>
    public sealed record Escalated(Share Share, long Lost)
    {
        /// <summary>K6useless: of the escalated those of which a person said that the assistant could have done it.</summary>
        public Share Useless { get; init; } = Share.None;
    }

    /// <summary>One local date, for charts and sparklines.</summary>
    public sealed record Day(DateOnly Date, long Sessions, long Bookings, Share Within, long? P50Ms, long? P95Ms, Share Conversion, Share AutoClosed, Share Escalations)
    {
        public Share Confirmation { get; init; } = Share.None;

        public Share NoShow { get; init; } = Share.None;
    }

    /// <param name="Sessions">Sessions that started in the period; <paramref name="ByWeekHour"/> is 7 × 24, Monday first, local hours.</param>
    public sealed record Traffic(long Sessions, long Answered, long Leads, long Bookings, IReadOnlyList<ChannelRow> Channels, IReadOnlyList<long> ByWeekHour);

    public sealed record SourceRow(string Source, long Sessions, long Leads, long Converted);

    public sealed record ChannelRow(string Channel, long Sessions, long Leads, long Converted);
}
