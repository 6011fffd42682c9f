using System.Globalization;
using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Outages;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AuditDashboard.Tests.Reminders;

/// <summary>The ways in, the log and the reminders on a real file; the scheduler is the test, the channels are a <see cref="RecordingSender"/>.</summary>
internal sealed class ReminderHost : IAsyncDisposable
{
    private ReminderHost(IngestHost host, RecordingSender sender) => (Host, Sender) = (host, sender);

    public IngestHost Host { get; }

    public RecordingSender Sender { get; }

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ReminderHost> StartAsync(string? folder, params (string Setting, string? Value)[] settings)
    {
        RecordingSender? sender = null;
        var host = await IngestHost.StartAsync(folder, [.. IngestTests.Endpoints, ("Provisioning:Organization:TimeZone", "Europe/Moscow"), .. settings], builder =>
        {
            builder.AddReminders();
            builder.Services.AddLocalization();
            builder.Services.AddSingleton<ISettings>(services => services.GetRequiredService<Salon>()).AddSingleton<Salon>().AddSingleton<ISettingSections>(services => services.GetRequiredService<Salon>());
            builder.Services.AddSingleton(services => sender ??= new RecordingSender(services.GetRequiredService<TimeProvider>()));
            builder.Services.Replace(ServiceDescriptor.Singleton<IMessageSender>(services => services.GetRequiredService<RecordingSender>()));
            builder.Services.RemoveAll<IBookingWriteBack>();
            builder.Services.AddSingleton<IBookingWriteBack>(services => services.GetRequiredService<RecordingSender>());
            if (settings.Any(setting => setting.Setting == "zones"))
            {
                // Nothing here is about them, and their timers would fire for every second of a quarter.
                foreach (var idle in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && IsIdle(service.ImplementationType?.Namespace ?? "")).ToList())
                {
                    builder.Services.Remove(idle);
                }

                builder.Services.Replace(ServiceDescriptor.Singleton(services => new SalonZones(services.GetRequiredService<SalonClock>(), () => Zones)));
            }
        });
        return new ReminderHost(host, host.Get<RecordingSender>());
    }

    /// <summary>Branches in five zones, for hosts that are started with the setting <c>zones</c>.</summary>
    public static readonly IReadOnlyDictionary<string, TimeZoneInfo> Zones = new Dictionary<string, string>
    {
        ["kaliningrad"] = "Europe/Kaliningrad", ["moscow"] = "Europe/Moscow", ["samara"] = "Europe/Samara", ["yekaterinburg"] = "Asia/Yekaterinburg", ["vladivostok"] = "Asia/Vladivostok",
    }.ToDictionary(zone => zone.Key, zone => TimeZoneInfo.FindSystemTimeZoneById(zone.Value));

    public T Get<T>()
        where T : notnull => Host.Get<T>();

    public async Task AppendAsync(params IEnumerable<EventDraft> drafts) =>
        Assert.True((await Get<IEventLog>().AppendAsync([.. drafts], Cancel)).Succeeded);

    /// <summary>A booking as the bot tells it.</summary>
    /// <param name="start">By the clock in Moscow, <c>2026-11-24T14:30</c>.</param>
    public Task BookAsync(string start, string id = "B-1", string? client = "tg:700000101", string type = "booking.created", string? more = null, string bot = "salon-bot") =>
        TellAsync(type, $"\"booking\":{{\"id\":\"{id}\",\"service\":\"Стрижка\",\"staff\":\"Ольга\",\"start\":\"{start}:00+03:00\"}}{(more is null ? "" : $",{more}")}", client, bot);

    public Task TellAsync(string type, string more, string? client = "tg:700000101", string bot = "salon-bot") => AppendAsync(Drafts.Of($$"""
        {"id":"{{Guid.CreateVersion7(Now)}}","type":"{{type}}","time":"{{Now.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}}Z","channel":"telegram"
        {{(client is null ? "" : $",\"client\":{{\"id\":\"{client}\",\"name\":\"Анна\"}}")}},{{more}}}
        """, bot, "center"));

    public Task WriteAsync(string text, string client = "tg:700000101", string channel = "telegram") => AppendAsync(Drafts.Of($$"""
        {"id":"{{Guid.CreateVersion7(Now)}}","type":"message.received","time":"{{Now.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}}Z","channel":"{{channel}}","text":"{{text}}","client":{"id":"{{client}}"} }
        """, "salon-bot", "center"));

    /// <summary>Moves the clock to a time in Moscow and sweeps as the scheduler does.</summary>
    public async Task SweepAtAsync(string moscow)
    {
        MoveTo(moscow);
        await SweepAsync();
    }

    public void MoveTo(string moscow) => Host.Clock.SetUtcNow(DateTimeOffset.Parse(moscow + "+03:00", CultureInfo.InvariantCulture).ToUniversalTime());

    public Task SweepAsync() => Get<SendDueReminders>().HandleAsync(Cancel);

    public Task BeatAsync() => Get<KeepHeartbeat>().HandleAsync(Cancel);

    public Task<List<ReminderRow>> RemindersAsync() => ListAsync<ReminderRow>(rows => rows.OrderBy(row => row.DueAt));

    public Task<List<StaffTaskRow>> TasksAsync() => ListAsync<StaffTaskRow>(rows => rows.OrderBy(row => row.Id));

    public async Task<AppointmentRow> AppointmentAsync(string id = "B-1") => (await ListAsync<AppointmentRow>(rows => rows.Where(row => row.BookingId == id))).Single();

    /// <summary>Rule, state and code of every message.</summary>
    public async Task<string> StatesAsync() =>
        string.Join(", ", (await RemindersAsync()).Select(row => $"{row.Rule} {row.State}{(row.Code is null ? "" : $" ({row.Code})")}"));

    public async Task<List<T>> ListAsync<T>(Func<IQueryable<T>, IQueryable<T>> order)
        where T : class
    {
        await using var db = await Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await order(db.Set<T>().AsNoTracking()).ToListAsync(Cancel);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static bool IsIdle(string place) =>
        Array.Exists(["Ingestion", "Channels", "Relay", "Conversations"], folder => place.StartsWith($"AuditDashboard.{folder}.", StringComparison.Ordinal));

    /// <summary>What the owner has settled about follow-ups.</summary>
    public void Settle(FollowUpSettings settings) => Get<Salon>().FollowUps = settings;

    private sealed class Salon : ISettings, ISettingSections
    {
        public FollowUpSettings FollowUps { get; set; } = FollowUpSettings.Off;

        public Task<TSection?> ReadAsync<TSection>(string section, CancellationToken cancel)
            where TSection : class => Task.FromResult(FollowUps == FollowUpSettings.Off ? null : FollowUps as TSection);

        public Task<Refusal?> SaveAsync(string section, object value, string? by, CancellationToken cancel)
        {
            FollowUps = (FollowUpSettings)value;
            return Task.FromResult<Refusal?>(null);
        }

        SalonSettings ISettings.Salon => new("Студия", "Europe/Moscow", [new SalonSettings.Branch("center", "Центр", null)]);
    }
}
