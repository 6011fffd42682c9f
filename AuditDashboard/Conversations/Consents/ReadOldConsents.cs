using AuditDashboard.Events;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Consents;

/// <summary>Once, on a log that is older than the registry: enters the consents that are in it.</summary>
internal sealed class ReadOldConsents(IDbContextFactory<AuditDbContext> databases, ITransactions transactions, IEventReader events) : IHostedService
{
    private const int AtOnce = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ConsentRow>().AnyAsync(cancellationToken))
        {
            return;
        }

        await foreach (var some in events.StreamAsync(new EventFilter(TypePrefix: "consent."), cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            await transactions.RunAsync(store => Note(new ConsentBook(store), some), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Note(ConsentBook book, IEnumerable<StoredEvent> some)
    {
        foreach (var said in some.Select(ConsentBook.Said.Of).OfType<ConsentBook.Said>())
        {
            book.Note(said);
        }
    }
}
