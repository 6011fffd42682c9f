using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Restoring;

/// <summary>The first event of a restored log says that it was restored, from what and when (<c>backup.restored</c>).</summary>
internal sealed class NoteRestore(IEventLog log, IOptions<StorageOptions> options, TimeProvider time) : IAfterRestore
{
    public static readonly string EventType = "backup.restored";

    /// <summary>After the owners of tables: evidence has begun anew, erasures have been repeated.</summary>
    public int Order => 1000;

    public async Task RunAsync(CancellationToken cancel)
    {
        var restored = JsonSerializer.Deserialize<Restored>(await File.ReadAllBytesAsync(options.Value.RestoredMark, cancel), JsonSerializerOptions.Web)!;
        var draft = OwnEvent.Found(EventType, $"restore-{restored.At.ToUnixTimeMilliseconds()}", null, time, new Dictionary<string, string?> { ["file"] = restored.From });
        var appended = await log.AppendAsync([draft], cancel);
        if (!appended.Succeeded)
        {
            throw new InvalidOperationException($"The restore could not be noted in the log: {appended.Refusal.Code}");
        }
    }
}
