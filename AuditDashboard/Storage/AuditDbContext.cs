using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Storage;

/// <summary>The one context. It knows no table: row maps are found in the assembly, columns are named in snake case.</summary>
public sealed class AuditDbContext(DbContextOptions<AuditDbContext> options) : DbContext(options)
{
    /// <summary>Closes the connections kept open to its file, which somebody is about to delete.</summary>
    public void LetGoOfFile() => SqliteConnection.ClearPool((SqliteConnection)Database.GetDbConnection());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AuditDbContext).Assembly);
        Conventions.NameColumns(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Convert(configurationBuilder);
}
