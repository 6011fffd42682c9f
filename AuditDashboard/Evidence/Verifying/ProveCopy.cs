using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>The whole check of the log over a copy, by an application of its own that starts nothing and serves nobody.</summary>
internal sealed class ProveCopy : ICopyProof
{
    public async Task<string?> FaultAsync(string folder, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}", folder)]);
        builder.AddFoundation().AddStorage().AddAccess().AddEvents().AddEvidence();
        using var host = builder.Build();
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(cancel);
        try
        {
            // An older version's copy is checked once it has been taken over: its tables are not ours yet.
            return (await db.Database.GetPendingMigrationsAsync(cancel)).Any() ? null : await CheckAsync(host.Services, cancel);
        }
        finally
        {
            db.LetGoOfFile();
        }
    }

    /// <summary>A copy may well be older than the checkpoint that was signed last: an end that is missing is no fault of it.</summary>
    private static async Task<string?> CheckAsync(IServiceProvider services, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<VerifyLog>().RunAsync((_, _) => { }, cancel);
        return report.Faults.FirstOrDefault(fault => fault.Kind != FaultKind.Truncated) is { } first ? $"{first.Kind} {first.Index}" : null;
    }
}
