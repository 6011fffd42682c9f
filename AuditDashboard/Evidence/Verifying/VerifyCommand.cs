using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Evidence.Verifying;

/// <summary><c>AuditDashboard -- verify</c>: checks the log without serving anything (http-api.md section 8). 0 = sound, 1 = not.</summary>
internal sealed class VerifyCommand(
    VerifyLog verify, IDbContextFactory<AuditDbContext> databases, IOptions<StorageOptions> storage, IStringLocalizer<EvidenceText> text)
{
    private const int MostLines = 20;

    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments.FirstOrDefault(argument => argument != "--") == "verify";

    public async Task<int> RunAsync(TextWriter output, CancellationToken cancel)
    {
        var file = storage.Value.DatabaseFile;
        if (!File.Exists(file))
        {
            await output.WriteLineAsync(text["CommandNoDatabase", file]);
            return 1;
        }

        if (await IsOfAnotherVersionAsync(cancel))
        {
            await output.WriteLineAsync(text["CommandOldDatabase", file]);
            return 1;
        }

        var report = await verify.RunAsync((_, _) => { }, cancel);
        await TellAsync(output, report);
        return report.IsSound ? 0 : 1;
    }

    private async Task TellAsync(TextWriter output, VerifyReport report)
    {
        await output.WriteLineAsync(text["CommandCounts", report.Leaves, report.Erased, report.Removed, report.Checkpoints, report.Covered]);
        foreach (var fault in report.Faults.Take(MostLines))
        {
            await output.WriteLineAsync($"{(fault.Seq is { } seq ? $"seq={seq} " : "")}index={fault.Index} {fault.Kind}: {FaultWords.Place(text, fault)}: {FaultWords.Of(text, fault)}");
        }

        await output.WriteLineAsync(report.IsSound ? text["CommandSound"] : text["CommandBroken"]);
    }

    private async Task<bool> IsOfAnotherVersionAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }
}
