using System.Data.Common;
using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Storage.Words;

/// <summary>The reading half of the index of words. Never waits for the writer.</summary>
public sealed class WordSearch(IDbContextFactory<AuditDbContext> databases)
{
    /// <summary>A word shorter than this is looked for whole: as a beginning it would be of half of all words.</summary>
    private const int ShortestBeginning = 2;

    /// <summary>Messages looked through for each session asked for; one endless dialog must not cost an endless search.</summary>
    private const int MessagesPerSession = 20;

    /// <summary>Every event up to this seq is in the index.</summary>
    public async Task<long> MarkAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var command = await CommandAsync(db, "select seq from message_words_mark", cancel);
        return await command.ExecuteScalarAsync(cancel) as long? ?? 0;
    }

    /// <summary>Sessions with a message in which every one of the words begins a word or stands in another form; those with the newest message first.</summary>
    /// <param name="words">Letters and digits only, as they are compared; none finds nothing.</param>
    public async Task<IReadOnlyList<SessionId>> SessionsAsync(IReadOnlyCollection<SoughtWord> words, int most, CancellationToken cancel)
    {
        if (words.Count == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var command = await CommandAsync(
            db,
            """
            select event.session_id from message_words cross join events as event on event.seq = message_words.rowid
            where message_words match @words and event.session_id is not null order by message_words.rowid desc limit @messages
            """,
            cancel);
        Bind(command, "@words", string.Join(" AND ", words.Select(Term)));
        Bind(command, "@messages", most * MessagesPerSession);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        HashSet<SessionId> seen = [];
        List<SessionId> found = [];
        while (found.Count < most && await reader.ReadAsync(cancel))
        {
            var id = new SessionId(new Guid(reader.GetFieldValue<byte[]>(0), true));
            if (seen.Add(id))
            {
                found.Add(id);
            }
        }

        return found;
    }

    /// <summary>Between quotation marks every word is a word, OR and NEAR too. A stem is a message's word itself, or stands among its stems.</summary>
    private static string Term(SoughtWord sought)
    {
        var word = $"words : {Quote(sought.Word)}{(sought.Word.Length < ShortestBeginning ? "" : "*")}";
        return sought.Stem is { } stem ? $"({word} OR {Quote(stem)})" : $"({word})";
    }

    private static string Quote(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<DbCommand> CommandAsync(AuditDbContext db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the words are this file's
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
