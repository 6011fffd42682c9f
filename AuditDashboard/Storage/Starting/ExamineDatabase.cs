using System.Text.Json;
using AuditDashboard.Storage.Copies;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage.Starting;

/// <summary>
/// Looks at the database file before anything opens it for work (reliability-security.md F8): sound, new, or refused. What is damaged is set aside
/// whole; an empty database never takes the place of one that held data.
/// </summary>
internal sealed partial class ExamineDatabase(IOptions<StorageOptions> options, SwapDatabase swap, IEnumerable<IRestorePoints> points, TimeProvider time, ILogger<ExamineDatabase> logger)
{
    private string File => options.Value.DatabaseFile;

    /// <summary>True when there is nothing yet.</summary>
    /// <param name="known">Migrations of this program.</param>
    /// <exception cref="Foundation.ConfigurationProblem">The folder cannot be served from; the line says what to do.</exception>
    public bool Run(IReadOnlyCollection<string> known)
    {
        var (length, log) = (LengthOf(File), LengthOf(File + "-wal"));
        if (length <= 0 && log <= 0 && !HadData())
        {
            return true;
        }

        if (length < 0)
        {
            throw StartProblem.Of([("Missing", [File, options.Value.PresentMark]), Offer()]);
        }

        var check = length == 0 ? new LiveCheck("0 bytes", null, []) : Look();
        if (check.Broken is { } broken)
        {
            throw SetAside(broken);
        }

        if (check.ApplicationId != SqliteSetup.ApplicationId && check.ApplicationId != "0")
        {
            throw StartProblem.Of(("Foreign", [File]));
        }

        return check.Migrations.Except(known).Order(StringComparer.Ordinal).LastOrDefault() is { } newer ? throw StartProblem.Of(("Newer", [newer])) : false;
    }

    /// <summary>From now on this folder has held data.</summary>
    public void MarkPresent()
    {
        if (!System.IO.File.Exists(options.Value.PresentMark))
        {
            DurableFiles.Write(options.Value.PresentMark, JsonSerializer.SerializeToUtf8Bytes(new { since = time.GetUtcNow() }));
        }
    }

    private bool HadData() => System.IO.File.Exists(options.Value.PresentMark) || points.Any(point => point.Newest() is not null);

    private LiveCheck Look()
    {
        try
        {
            return CheckDatabase.Live(File);
        }
        catch (SqliteException problem)
        {
            throw StartProblem.Of(("Unreadable", [File, problem.Message]));
        }
    }

    private Foundation.ConfigurationProblem SetAside(string broken)
    {
        var kept = $"{File}.corrupt-{SwapDatabase.Stamp(time.GetUtcNow())}";
        swap.SetAside(kept);
        MarkPresent();
        LogSetAside(kept, broken);
        return StartProblem.Of(("Corrupt", [broken.ReplaceLineEndings(" "), kept]), Offer());
    }

    private (string, object[]) Offer() => points.Select(point => point.Newest()).FirstOrDefault(found => found is not null) is { } newest
        ? ("RestoreWith", [newest, options.Value.FullFolder])
        : ("NoBackup", []);

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : -1;

    [LoggerMessage(EventId = 1103, Level = LogLevel.Critical, Message = "The database is damaged and was set aside as {File}: {Reason}")]
    private partial void LogSetAside(string file, string reason);
}
