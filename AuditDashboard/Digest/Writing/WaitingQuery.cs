using AuditDashboard.Access;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Ui;

namespace AuditDashboard.Digest.Writing;

/// <summary>What waits for an owner, as the start page would say it.</summary>
internal sealed partial class WaitingQuery(IOwnerEyes eyes, IEnumerable<AttentionItem> items, ILogger<WaitingQuery> logger)
{
    private const string Owner = "owner";

    public async Task<Waiting> RunAsync(string language, CancellationToken cancel)
    {
        Speech.Speak(language);
        await using var scope = eyes.Open();
        var (found, isWhole) = (new List<Attention>(), true);
        foreach (var item in items.Where(item => item.IsFor(Owner)).OrderBy(item => item.Order))
        {
            try
            {
                if (await item.Read(scope.ServiceProvider, cancel) is { Count: > 0 } waits)
                {
                    found.Add(waits);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                isWhole = false;
                LogUnread(problem);
            }
        }

        return new Waiting(found, isWhole);
    }

    [LoggerMessage(EventId = 4310, Level = LogLevel.Error, Message = "What waits for the owner could not be read in one place; the rest is told")]
    private partial void LogUnread(Exception problem);
}

/// <param name="IsWhole">Every place could be asked: what is not here does not wait.</param>
internal sealed record Waiting(IReadOnlyList<Attention> Items, bool IsWhole);
