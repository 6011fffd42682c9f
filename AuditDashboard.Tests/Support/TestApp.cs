using System.Globalization;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace AuditDashboard.Tests.Support;

/// <summary>The whole application on a throw-away data folder, with a clock that is moved by hand.</summary>
public sealed class TestApp(string? folder = null, params (string Setting, string Value)[] settings) : WebApplicationFactory<Program>
{
    private readonly bool _keeps = folder is not null;

    public static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture);

    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("audit-").FullName;

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>False leaves the scheduler out: what a test sweeps by hand is swept by nobody else.</summary>
    public bool HasScheduler { get; init; } = true;

    /// <summary>Moves the clock without ringing what would have rung meanwhile: a timer of a second would ring four million times in fifty days.</summary>
    public void Leap(TimeSpan span) => Clock.AdjustTime(Clock.GetUtcNow() + span);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>One number read from the database file.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", Folder);
        builder.UseSetting("ChannelHealth:ProbeSeconds", "0");
        foreach (var (setting, value) in settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (!HasScheduler && services.FirstOrDefault(service => service.ImplementationType == typeof(QuartzHostedService)) is { } scheduler)
            {
                services.Remove(scheduler);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_keeps)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
