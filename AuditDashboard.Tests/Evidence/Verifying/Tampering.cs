using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Tests.Evidence.Verifying;

/// <summary>Ways to change a log with nothing but SQL, each with the leaf at which it must be found.</summary>
internal static class Tampering
{
    public static readonly IReadOnlyDictionary<string, Func<string, Random, int, long>> Ways = new Dictionary<string, Func<string, Random, int, long>>
    {
        ["a byte of the payload"] = (folder, random, size) => FlipByte(folder, random, "events", "payload", "log_index", Present(folder, random, size)),
        ["a byte of the salt"] = (folder, random, size) => FlipByte(folder, random, "events", "salt", "log_index", Present(folder, random, size)),
        ["a byte of the commitment"] = (folder, random, size) => FlipByte(folder, random, "log_entries", "commitment", "idx", random.Next(size)),
        ["a byte of the leaf's hash"] = (folder, random, size) => FlipByte(folder, random, "log_entries", "leaf_hash", "idx", random.Next(size)),
        ["the leaf's moment of receipt"] = (folder, random, size) => At(folder, random.Next(size), $"update log_entries set received_ms = received_ms + {random.Next(1, 90_000)} where idx = "),
        ["the event's moment of receipt"] = (folder, random, size) => At(folder, random.Next(size), $"update events set recorded_at = recorded_at - {random.Next(1, 90_000)} where log_index = "),
        ["the event's own moment"] = (folder, random, size) => At(folder, Present(folder, random, size), "update events set occurred_at = occurred_at - 60000 where log_index = "),
        ["the event's type"] = (folder, random, size) => At(folder, Present(folder, random, size), "update events set type = 'booking.confirmed' where log_index = "),
        ["an event removed"] = (folder, random, size) => At(folder, random.Next(size), "delete from events where log_index = "),
        ["a leaf removed"] = (folder, random, size) => At(folder, random.Next(size - 1), "delete from log_entries where idx = "),
        ["event and leaf removed"] = (folder, random, size) => Both(folder, random.Next(size - 1), "="),
        ["the tail cut off"] = (folder, random, size) => Both(folder, random.Next(size), ">="),
        ["an event inserted"] = (folder, random, size) => At(folder, random.Next(size), "insert into events select (select max(seq) + 1 from events), bot, source, event_id || '-x', endpoint, type, channel, branch, session_key, session_id, client_id, occurred_at, recorded_at, flags, log_index, salt, payload from events where log_index = "),
        ["a leaf inserted"] = (folder, random, size) => Insert(folder, random.Next(size), size),
        ["two events swapped"] = (folder, random, size) => Swap(folder, random, size, "events", "log_index"),
        ["two leaves swapped"] = (folder, random, size) => Swap(folder, random, size, "log_entries", "idx"),
        ["content exchanged between two events"] = Exchange,
        ["the content of an event removed"] = (folder, random, size) => At(folder, Present(folder, random, size), "update events set payload = null, salt = null where log_index = "),
        ["event and leaf rewritten to fit each other"] = Rewrite,
    };

    /// <summary>Of an event whose content is not erased: every seventh is.</summary>
    private static int Present(string folder, Random random, int size)
    {
        while (true)
        {
            var index = random.Next(size);
            if (DatabaseFile.Read<long>(folder, $"select count(*) from events where payload is not null and log_index = {Text(index)}") == 1)
            {
                return index;
            }
        }
    }

    private static long FlipByte(string folder, Random random, string table, string column, string key, long index)
    {
        var bytes = DatabaseFile.Read<byte[]>(folder, $"select {column} from {table} where {key} = {Text(index)}");
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        DatabaseFile.Run(folder, $"update {table} set {column} = @bytes where {key} = {Text(index)}", ("@bytes", bytes));
        return index;
    }

    private static long At(string folder, long index, string sql)
    {
        DatabaseFile.Run(folder, sql + Text(index));
        return index;
    }

    private static long Both(string folder, long index, string comparison)
    {
        DatabaseFile.Run(folder, $"delete from events where log_index {comparison} {Text(index)}; delete from log_entries where idx {comparison} {Text(index)}");
        return index;
    }

    /// <summary>Everything from there on moves up by one; SQLite moves keys safely only from the end.</summary>
    private static long Insert(string folder, long index, int size)
    {
        var room = string.Concat(Enumerable.Range(0, size - (int)index).Select(i => $"update log_entries set idx = {Text(size - i)} where idx = {Text(size - i - 1)};"));
        DatabaseFile.Run(folder, $"begin; {room} insert into log_entries (idx, received_ms, commitment, leaf_hash) values ({Text(index)}, 1795341600000, randomblob(32), randomblob(32)); commit");
        return index;
    }

    private static long Swap(string folder, Random random, int size, string table, string key)
    {
        var first = random.Next(size - 1);
        var second = random.Next(first + 1, size);
        DatabaseFile.Run(folder, $"update {table} set {key} = -1 where {key} = {Text(first)}; update {table} set {key} = {Text(first)} where {key} = {Text(second)}; update {table} set {key} = {Text(second)} where {key} = -1");
        return first;
    }

    private static long Exchange(string folder, Random random, int size)
    {
        var (one, other) = (Present(folder, random, size), Present(folder, random, size));
        other = other == one ? (one + 1) % size : other;
        DatabaseFile.Run(folder, $"""
            create temp table was as select log_index, salt, payload from events where log_index in ({Text(one)}, {Text(other)});
            update events set (salt, payload) = (select salt, payload from was where log_index = {Text(other)}) where log_index = {Text(one)};
            update events set (salt, payload) = (select salt, payload from was where log_index = {Text(one)}) where log_index = {Text(other)}
            """);
        // What is erased on one side would be a legal erasure; the other side then has what is not its own.
        return DatabaseFile.Read<long>(folder, $"select min(log_index) from events where log_index in ({Text(one)}, {Text(other)}) and payload is not null");
    }

    /// <summary>The owner of the file makes everything fit but the signed root.</summary>
    private static long Rewrite(string folder, Random random, int size)
    {
        var index = Present(folder, random, size);
        var payload = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(DatabaseFile.Read<byte[]>(folder, $"select payload from events where log_index = {Text(index)}")).Replace("\"text\":", "\"tExt\":", StringComparison.Ordinal));
        var salt = RandomNumberGenerator.GetBytes(32);
        var commitment = HMACSHA256.HashData(salt, payload);
        var hash = Leaf.Hash(index, DatabaseFile.Read<long>(folder, $"select received_ms from log_entries where idx = {Text(index)}"), commitment);
        DatabaseFile.Run(
            folder,
            $"update events set payload = @payload, salt = @salt where log_index = {Text(index)}; update log_entries set commitment = @commitment, leaf_hash = @hash where idx = {Text(index)}",
            ("@payload", payload), ("@salt", salt), ("@commitment", commitment), ("@hash", hash));
        return index;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
