using AuditDashboard.Storage.Copies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage.Starting;

/// <summary>
/// Takes the data folder for this process (an operating system's lock: gone with the process), ends a restore that is ready, and examines the database.
/// </summary>
internal sealed class TakeFolder(IDbContextFactory<AuditDbContext> databases, IOptions<StorageOptions> options, SwapDatabase swap, ExamineDatabase examine) : IDisposable
{
    private FileStream? _lock;

    /// <summary>There was no database when the folder was taken.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Once a process, however often it is called.</summary>
    /// <exception cref="Foundation.ConfigurationProblem">The folder is in use, or the database cannot be served.</exception>
    public void Handle()
    {
        if (_lock is not null)
        {
            return;
        }

        var taken = Lock();
        try
        {
            swap.Finish();
            using var db = databases.CreateDbContext();
            IsNew = examine.Run([.. db.Database.GetMigrations()]);
        }
        catch
        {
            taken.Dispose();
            throw;
        }

        _lock = taken;
    }

    /// <summary>The lock alone, for work on the folder while no database is served.</summary>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(options.Value.FullFolder, "audit.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw StartProblem.Of(("InUse", [options.Value.FullFolder]));
        }
    }

    public void Dispose() => _lock?.Dispose();
}
