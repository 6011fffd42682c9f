using System.Diagnostics;
using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Reminders.Tasks;

namespace AuditDashboard.Tests.Reminders;

/// <summary>Ninety days of a chain in five zones, with outages and kills, on a real file. What must never happen is counted.</summary>
public sealed class QuarterTests : IDisposable
{
    private const int HoursBetweenKills = 250;
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private readonly SalonQuarter _quarter = new();
    private readonly Random _random = new(7);
    private readonly List<(OutgoingMessage Message, DateTimeOffset At)> _delivered = [];
    private ReminderHost _host = null!;
    private int _told;
    private int _hours;
    private int _kills;
    private TimeSpan _down;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_client_hears_twice_at_a_wrong_hour_or_of_a_visit_that_is_off_and_nothing_is_lost_without_a_trace()
    {
        var watch = Stopwatch.StartNew();
        await StartAsync(SalonQuarter.Begin);
        for (var now = SalonQuarter.Begin; now < SalonQuarter.Begin.AddDays(SalonQuarter.Days + 6); now += Step)
        {
            now = await LiveAsync(now);
        }

        var (reminders, tasks) = (await _host.RemindersAsync(), await _host.TasksAsync());
        var appointments = (await _host.ListAsync<AppointmentRow>(rows => rows)).ToDictionary(row => row.Key);
        await StopAsync();
        var figures = new Figures(_quarter, _delivered, reminders, tasks, appointments);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{SalonQuarter.Bookings} bookings, {_quarter.Happenings.Count} events, {_delivered.Count} messages, {_kills} kills, {_down.TotalHours:F0} h down, {watch.Elapsed.TotalSeconds:F0} s: {figures}");

        Assert.Equal((0, 0, 0, 0), (figures.Twice, figures.WrongHour, figures.Off, figures.Lost));
        Assert.True(_delivered.Count > 10_000 && _kills > 5);
        Assert.Equal(reminders.Count, reminders.Count(row => row.State is "sent" or "void" or "failed" or "uncertain"));
    }

    /// <returns>When the application is up again.</returns>
    private async Task<DateTimeOffset> LiveAsync(DateTimeOffset now)
    {
        if (++_hours % HoursBetweenKills == 0)
        {
            return await FailAsync(now);
        }

        _host.Host.Clock.SetUtcNow(now);
        await TellAsync(now);
        await _host.SweepAsync();
        return now;
    }

    /// <summary>A kill in the middle of sending: some messages have left, and nobody wrote that down. The salon's bot repeats what it could not tell.</summary>
    private async Task<DateTimeOffset> FailAsync(DateTimeOffset now)
    {
        _host.Host.Clock.SetUtcNow(now);
        await TellAsync(now);
        var due = await _host.Get<DueReminders>().ListAsync(10, _host.Sender.Endpoints(), Cancel);
        var claimed = await _host.Get<ClaimReminders>().HandleAsync(due, false, Cancel);
        foreach (var one in claimed.Where((_, place) => place % 2 == 0))
        {
            await _host.Sender.SendAsync(one.Message, Cancel);
        }

        _kills++;
        await StopAsync();
        var outage = TimeSpan.FromMinutes(_random.Next(1, 600));
        _down += outage;
        await StartAsync(now + outage);
        await TellAsync(now + outage);
        await _host.SweepAsync();
        return now + outage;
    }

    private async Task TellAsync(DateTimeOffset until)
    {
        List<EventDraft> drafts = [];
        while (_told < _quarter.Happenings.Count && _quarter.Happenings[_told].At <= until)
        {
            drafts.Add(_quarter.Happenings[_told++].Draft);
        }

        if (drafts.Count > 0)
        {
            await _host.AppendAsync(drafts);
        }
    }

    private async Task StartAsync(DateTimeOffset now)
    {
        _host = await ReminderHost.StartAsync(_folder, ("zones", "five"));
        _host.Host.Clock.SetUtcNow(now);
        var calls = 0;
        _host.Sender.Fault = message => ++calls % 97 == 0 ? new SendResult(SendState.Unreachable, Code: "403")
            : calls % 89 == 0 ? new SendResult(SendState.Later, Code: "429", RetryAfter: TimeSpan.FromSeconds(30))
            : calls % 211 == 0 ? new SendResult(SendState.Uncertain, Code: "timeout") : null;
    }

    private async Task StopAsync()
    {
        _delivered.AddRange(_host.Sender.Delivered);
        await _host.DisposeAsync();
    }

    private sealed class Figures
    {
        private static readonly QuietHours Night = new(new TimeOnly(21, 0), new TimeOnly(9, 0));

        public Figures(
            SalonQuarter quarter, List<(OutgoingMessage Message, DateTimeOffset At)> delivered, List<ReminderRow> reminders, List<StaffTaskRow> tasks, Dictionary<string, AppointmentRow> appointments)
        {
            Twice = delivered.GroupBy(sent => sent.Message.Key).Count(same => same.Count() > 1);
            var byKey = reminders.ToLookup(row => $"rem-{row.AppointmentKey}-{row.Version}-{row.Rule}-telegram");
            foreach (var (message, at) in delivered)
            {
                var row = byKey[message.Key].Single();
                var truth = quarter.Truth[appointments[row.AppointmentKey].BookingId];
                var (_, start, branch) = truth.Last(state => state.At <= at);
                var wall = WallClock.Of(at, ReminderHost.Zones[branch]);
                Off += start is null || start.Value.ToUnixTimeSeconds() != row.Version || start <= at ? 1 : 0;
                var late = at - row.DueAt;
                WrongHour += Night.Include(wall) || late < TimeSpan.Zero || (late > Step && start - at < TimeSpan.FromHours(1)) ? 1 : 0;
            }

            var handed = tasks.Select(task => (task.AppointmentKey, task.Version)).ToHashSet();
            Lost = reminders.Count(row => row.State is "failed" or "uncertain" && !handed.Contains((row.AppointmentKey, row.Version)))
                + Forgotten(quarter, reminders, appointments);
            States = string.Join(", ", reminders.GroupBy(row => row.State).OrderBy(same => same.Key).Select(same => $"{same.Key} {same.Count()}"));
        }

        public int Twice { get; }

        public int WrongHour { get; }

        public int Off { get; }

        public int Lost { get; }

        private string States { get; }

        public override string ToString() => $"twice {Twice}, wrong hour {WrongHour}, visit off {Off}, lost {Lost}; {States}";

        /// <summary>A visit that took place and was known a day ahead, about which there is no reminder in any state at all.</summary>
        private static int Forgotten(SalonQuarter quarter, List<ReminderRow> reminders, Dictionary<string, AppointmentRow> appointments)
        {
            var known = reminders.Select(row => (appointments[row.AppointmentKey].BookingId, row.Version)).ToHashSet();
            return quarter.Truth.Count(visit => visit.Value[^1] is { Start: { } start } last && start - last.At > TimeSpan.FromHours(40) && !known.Contains((visit.Key, start.ToUnixTimeSeconds())));
        }
    }
}
