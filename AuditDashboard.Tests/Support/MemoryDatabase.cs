using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Support;

/// <summary>Every table, empty, in memory, for a page whose other doors are known by the test; gone with the object.</summary>
internal sealed class MemoryDatabase : IDbContextFactory<AuditDbContext>, IDisposable
{
    private readonly SqliteConnection _kept = new("Data Source=:memory:");
    private readonly DbContextOptions<AuditDbContext> _options;

    public MemoryDatabase()
    {
        _kept.Open();
        _options = new DbContextOptionsBuilder<AuditDbContext>().UseSqlite(_kept).Options;
        using var db = CreateDbContext();
        db.Database.EnsureCreated();
    }

    public AuditDbContext CreateDbContext() => new(_options);

    public void Dispose() => _kept.Dispose();
}
