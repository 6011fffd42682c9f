using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Evidence.Verifying;

/// <summary>The checker of the log on a data folder that nobody serves.</summary>
internal sealed class OfflineLog : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _connection;

    public OfflineLog(string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Storage:DataFolder", (string?)folder)]);
        builder.Logging.ClearProviders();
        builder.Services.AddLocalization();
        builder.AddFoundation().AddStorage().AddAccess().AddEvents().AddSettings().AddConversations().AddEvidence();
        _app = builder.Build();
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "audit.db"), Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    public Task<VerifyReport> CheckAsync() => _app.Services.GetRequiredService<VerifyLog>().RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

    /// <summary>Another file may take this one's place.</summary>
    public void LetGo()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await _app.DisposeAsync();
    }
}
