using System.Globalization;
using AuditDashboard.Backups;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Starting;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Backups;

/// <summary>The log and its backups without the rest: real files, a hand-moved clock, a disk as large as the test says.</summary>
internal sealed class BackupHost : IAsyncDisposable, IDiskSpace
{
    private readonly IHost _host;
    private readonly bool _keeps;

    private BackupHost(string folder, bool keeps, (string, string?)[] settings, Action<IServiceCollection> also)
    {
        (Folder, _keeps) = (folder, keeps);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Append(("Storage:DataFolder", folder)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        builder.Logging.ClearProviders();
        builder.AddFoundation().AddStorage().AddEvents().AddBackups();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Services.Replace(ServiceDescriptor.Singleton<IDiskSpace>(this));
        builder.Services.AddSingleton(new SalonClock(Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
        also(builder.Services);
        _host = builder.Build();
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "audit.db");

    public string Backups => Path.Combine(Folder, "backups");

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture));

    /// <summary>Bytes free on the disk.</summary>
    public long Free { get; set; } = 1L << 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<BackupHost> StartAsync(string? folder = null, params (string, string?)[] settings) => StartAsync(folder, settings, _ => { });

    public static async Task<BackupHost> StartAsync(string? folder, (string, string?)[] settings, Action<IServiceCollection> also)
    {
        var host = new BackupHost(folder ?? NewFolder(), folder is not null, settings, also);
        try
        {
            await host._host.StartAsync(Cancel);
            return host;
        }
        catch
        {
            host._host.Dispose();
            throw;
        }
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("audit-").FullName;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public (long Free, long Total) Of(string folder) => (Free, 1L << 40);

    /// <summary>Puts events into the log; their ids go on from <paramref name="first"/>.</summary>
    public async Task TellAsync(int count, int first = 0, string text = "Здравствуйте")
    {
        foreach (var portion in Enumerable.Range(first, count).Chunk(200))
        {
            var drafts = portion.Select(i => Drafts.Message($"m-{i}", "2026-11-22T09:00:00Z", text, $"s-{i % 10}")).ToList();
            Assert.True((await Get<IEventLog>().AppendAsync(drafts, Cancel)).Succeeded);
        }
    }

    public async Task<BackupManifest> MakeAsync()
    {
        var refusal = await Get<CarryOut>().HandleAsync(new BackupOrder(Guid.CreateVersion7(Clock.GetUtcNow()), "u-1"), Cancel);
        Assert.True(refusal is null, refusal?.Code);
        return Get<BackupShelf>().Present()[0];
    }

    public string PathOf(BackupManifest backup) => Get<BackupShelf>().PathOf(backup.File);

    public Task<long> LastSeqAsync() => Get<IEventReader>().LastSeqAsync(Cancel);

    /// <summary>Leaves the folder, as a stopped process does.</summary>
    public async Task StopAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!_keeps)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Only what is looked at before the start.</summary>
    public static ConfigurationProblem? Refusal(string folder, params (string, string?)[] settings)
    {
        var host = new BackupHost(folder, true, settings, _ => { });
        try
        {
            host.Get<TakeFolder>().Handle();
            return null;
        }
        catch (ConfigurationProblem problem)
        {
            return problem;
        }
        finally
        {
            host._host.Dispose();
            SqliteConnection.ClearAllPools();
        }
    }
}
