using AuditDashboard.Storage.Copies;
using AuditDashboard.Storage.Purging;
using AuditDashboard.Storage.Rows;
using AuditDashboard.Storage.Starting;
using AuditDashboard.Storage.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>The database: one context by factory, one write connection, one gate, and a start that migrates first.</summary>
public static class StorageModule
{
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validator>();
        host.Services.AddSingleton<WriteGate>();
        host.Services.AddSingleton<GateInterceptor>();
        host.Services.AddSingleton<SqliteSetup>();
        host.Services.AddSingleton<WriteConnection>();
        host.Services.AddSingleton<ITransactions, Transactions>();
        host.Services.AddSingleton<WordSearch>().AddSingleton<Pace>().AddSingleton<DatabaseCleaning>().AddSingleton<DistinctValues>();
        host.Services.AddSingleton<CopyDatabase>().AddSingleton<SwapDatabase>();
        host.Services.AddSingleton<ExamineDatabase>().AddSingleton<TakeFolder>().AddSingleton<DataFolderParts>();
        host.Services.AddHostedService<DatabaseStarter>().AddHostedService<SettleRestore>();
        host.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        host.Services.AddDbContextFactory<AuditDbContext>((services, builder) => builder
            .UseSqlite(SqliteSetup.ConnectionString(services.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddInterceptors(services.GetRequiredService<SqliteSetup>(), services.GetRequiredService<GateInterceptor>()));
        return host;
    }

    /// <summary>Before the host starts, whose log would put a stack trace around the one line that matters.</summary>
    /// <exception cref="Foundation.ConfigurationProblem">The data folder is in use, or its database cannot be served.</exception>
    public static void TakeDataFolder(this IHost app) => app.Services.GetRequiredService<TakeFolder>().Handle();
}
