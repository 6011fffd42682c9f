using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;
using CsCheck;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class ArrivalOrderTests
{
    private static readonly string[] Types =
    [
        "message.received", "message.received", "message.received", "message.sent", "message.sent", "message.sent", "session.closed", "lead.created", "lead.closed",
        "booking.created", "booking.confirmed", "booking.declined", "booking.rescheduled", "reminder.sent", "escalation.requested", "escalation.accepted",
        "takeover.ended", "delivery.failed", "call.started", "chat.started", "scenario.entered", "booking.attended", "booking.no_show", "booking.cancelled", "reminder.failed",
        "followup.sent", "payment.received",
    ];

    private static readonly string?[] Texts = ["Можно записаться?", "да", "спасибо", "На какое время?", "Ждём вас.", null];
    private static readonly string?[] Sessions = ["s1", "s2", null];
    private static readonly string?[] Channels = ["telegram", "max", null];
    private static readonly string?[] Marks = [null, null, null, null, null, """{"ack":true}""", """{"imported":true}""", """{"spam":true}""", """{"sticker":true}"""];

    private static readonly Gen<List<StoredEvent>> Log = Gen.Select(
            Gen.Int[1, 4000], Gen.Int[0, Types.Length - 1], Gen.Int[0, Texts.Length - 1], Gen.Int[0, 8], Gen.Int[0, Marks.Length - 1], Gen.Int[0, 30], Gen.Bool)
        .List[1, 40].Select(Build);

    [Fact]
    public void Units_do_not_depend_on_the_order_of_arrival() =>
        Gen.Select(Log, Gen.Int).Sample((log, seed) =>
        {
            var shuffled = Shuffle(log, seed);

            return Told(log).SequenceEqual(Told(shuffled));
        });

    [Fact]
    public void Telling_a_story_twice_tells_the_same() =>
        Log.Sample(log => Units(log).SequenceEqual(Units(log)));

    private static List<StoredEvent> Build(List<(int Gap, int Type, int Text, int Place, int Mark, int Named, bool Human)> steps)
    {
        var log = new StoryLog();
        var seconds = 0;
        foreach (var step in steps)
        {
            seconds += step.Gap * (step.Gap % 3 == 0 ? 10 : 1);
            log.Session = Sessions[step.Place % 3];
            log.Channel = Channels[step.Place / 3];
            var type = Types[step.Type];
            log.Add(type, TimeSpan.FromSeconds(seconds).ToString(@"d\ hh\:mm\:ss", null), content => With(content, type, step), Marks[step.Mark]);
        }

        return log.Events;
    }

    private static EventContent With(EventContent content, string type, (int Gap, int Type, int Text, int Place, int Mark, int Named, bool Human) step) => content with
    {
        Text = type.StartsWith("message.", StringComparison.Ordinal) ? Texts[step.Text] : null,
        Actor = type is "message.sent" or "booking.attended" or "booking.no_show" or "booking.confirmed" && step.Human ? "human" : null,
        InReplyTo = step.Named > 0 && type is "message.sent" or "delivery.failed" ? "e" + step.Named : null,
        Lead = type.StartsWith("lead.", StringComparison.Ordinal) ? new("L" + (step.Named % 3), null) : null,
        Booking = type.StartsWith("booking.", StringComparison.Ordinal) || type == "reminder.sent" || type == "call.started" ? new("B" + (step.Named % 3), null, null, step.Text < 3 ? StoryLog.At("2 10:00").AddHours(step.Gap % 48) : null, null, 100 * step.Gap, null) : null,
        Scenario = type == "scenario.entered" ? new("need" + (step.Named % 2), null, null) : null,
        Branch = step.Named == 7 ? "center" : null,
    };

    private static List<StoredEvent> Shuffle(List<StoredEvent> log, int seed)
    {
        var seqs = Enumerable.Range(1, log.Count).ToArray();
        new Random(seed).Shuffle(seqs);
        return [.. log.Select((stored, index) => stored with { Seq = seqs[index] }).OrderBy(stored => stored.Seq)];
    }

    private static IReadOnlyList<KpiUnit> Units(List<StoredEvent> log) => KpiUnits.Of(StoryFold.Fold(log, StoryLog.Rules, StoryLog.At("9 12:00")));

    private static IEnumerable<KpiUnit> Told(List<StoredEvent> log) => Units(log)
        // Seqs are the order of arrival, and the amount of a loss or a duplicate is the seq of another event.
        .Select(unit => unit with { Seq = 0, Amount = unit.Kind is UnitKind.Loss or UnitKind.Duplicate ? null : unit.Amount })
        .OrderBy(unit => unit.Kind).ThenBy(unit => unit.At).ThenBy(unit => unit.Flags)
        .ThenBy(unit => unit.Channel, StringComparer.Ordinal).ThenBy(unit => unit.Branch, StringComparer.Ordinal).ThenBy(unit => unit.WaitMs)
        .ThenBy(unit => unit.Label, StringComparer.Ordinal).ThenBy(unit => unit.Part).ThenBy(unit => unit.Amount);
}
