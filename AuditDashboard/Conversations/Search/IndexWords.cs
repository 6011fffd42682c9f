using System.Data.Common;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Words;

namespace AuditDashboard.Conversations.Search;

/// <summary>
/// Puts what new events say into the index of words, behind the log. Words and the mark of how far they go are written in one transaction, so
/// that a crash loses none.
/// </summary>
internal sealed partial class IndexWords(IEventReader events, WordSearch index, ITransactions transactions, ILogger<IndexWords> logger) : IDisposable
{
    private const int Portion = 100;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Indexes one portion.</summary>
    /// <returns>Whether more may be waiting.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var mark = await index.MarkAsync(cancel);
            if (await ReadAsync(mark, Portion, cancel) is { } portion)
            {
                await WriteAsync(portion, cancel);
                return portion.Count == Portion;
            }

            await StepAsync(mark, cancel);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Null when one of them cannot be read.</summary>
    private async Task<IReadOnlyList<StoredEvent>?> ReadAsync(long mark, int most, CancellationToken cancel)
    {
        try
        {
            return await events.ListAsync(new EventFilter(mark, most), cancel);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or DbException))
        {
            if (most == 1)
            {
                LogUnreadable(mark, problem);
            }

            return null;
        }
    }

    /// <summary>One event forward: an event that cannot be read keeps no other out of the index.</summary>
    private async Task StepAsync(long mark, CancellationToken cancel)
    {
        if (await ReadAsync(mark, 1, cancel) is { } single)
        {
            await WriteAsync(single, cancel);
            return;
        }

        await transactions.RunAsync(store => store.Words.MoveMark(mark + 1), cancel);
    }

    private async Task WriteAsync(IReadOnlyList<StoredEvent> portion, CancellationToken cancel)
    {
        if (portion.Count == 0)
        {
            return;
        }

        List<(long Seq, string Words, string Stems)> said =
            [.. portion.Select(stored => (stored.Seq, Said: Said(stored))).Where(words => words.Said.Length > 0).Select(words => (words.Seq, words.Said, WordForms.StemsIn(words.Said)))];
        await transactions.RunAsync(
            store =>
            {
                said.ForEach(words => store.Words.Add(words.Seq, words.Words, words.Stems));
                store.Words.MoveMark(portion[^1].Seq);
            },
            cancel);
    }

    private static string Said(StoredEvent stored) =>
        stored.Content is { } content && (content.Text ?? content.Transcript?.Text) is { } words ? SearchWords.Fold(words) : "";

    [LoggerMessage(EventId = 2303, Level = LogLevel.Error, Message = "The event after {Mark} cannot be read; its words stay out of the search")]
    private partial void LogUnreadable(long mark, Exception problem);
}
