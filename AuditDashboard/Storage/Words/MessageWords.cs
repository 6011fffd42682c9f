using AuditDashboard.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Storage.Words;

/// <summary>
/// The writing half of the index of words: one entry an event, under its seq. Only inside <see cref="WriteConnection"/>'s transaction. Nobody
/// deletes here: triggers take the words out with the event, or with its payload, whoever removes it.
/// </summary>
public sealed class MessageWords : IDisposable
{
    private readonly Statement _add;
    private readonly Statement _move;
    private readonly Statement _merge;

    internal MessageWords(SqliteConnection connection)
    {
        // What was erased since it was read must not come back through the index.
        _add = new Statement(connection, "insert or replace into message_words (rowid, words, stems) select seq, ?2, ?3 from events where seq = ?1 and payload is not null");
        _move = new Statement(connection, "insert into message_words_mark (id, seq) values (1, ?1) on conflict (id) do update set seq = excluded.seq");
        _merge = new Statement(connection, "insert into message_words (message_words, rank) values ('merge', ?1)");
    }

    /// <param name="words">As they are compared: composed, in lower case.</param>
    /// <param name="stems">What other forms of them begin with, where it is not the word itself.</param>
    public void Add(long seq, string words, string stems)
    {
        _add.Bind(1, seq);
        _add.Bind(2, words);
        _add.Bind(3, stems);
        _add.Execute();
    }

    /// <summary>Every event up to here is in the index.</summary>
    public void MoveMark(long seq)
    {
        _move.Bind(1, seq);
        _move.Execute();
    }

    /// <summary>
    /// Merges some pages of the index: only when its parts become one do deleted entries leave it for good. A negative number begins that, positive ones go
    /// on with it (SQLite FTS5, "merge").
    /// </summary>
    /// <returns>False when nothing is left to merge.</returns>
    public bool Merge(int pages)
    {
        var before = _merge.TotalChanges;
        _merge.Bind(1, (long)pages);
        _merge.Execute();
        return _merge.TotalChanges - before >= 2;
    }

    public void Dispose()
    {
        _add.Dispose();
        _move.Dispose();
        _merge.Dispose();
    }
}
