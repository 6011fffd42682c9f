using System.Text;
using System.Text.Json;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Retention.Erasure;

/// <summary>
/// Who was forgotten, beside the database: a backup that is older than the erasure brings the person back, and this file says that they must go again. Ids of ours
/// and indices of leaves only, one JSON object a line; a line that was cut short by a crash is left out.
/// </summary>
internal sealed class ErasureLedger(IOptions<StorageOptions> options)
{
    public string Path => System.IO.Path.Combine(options.Value.FullFolder, "erasures.ledger");

    /// <summary>On disk when this returns.</summary>
    public void Add(Line line)
    {
        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes("\n" + JsonSerializer.Serialize(line, JsonSerializerOptions.Web) + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>One line an erasure, whatever was added about it.</summary>
    public IReadOnlyList<Line> Read()
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        return [.. File.ReadLines(Path).Select(Parse).OfType<Line>().GroupBy(line => line.Erasure).Select(same => same.Aggregate((one, other) => one with
        {
            Records = [.. one.Records.Union(other.Records)], Indices = other.Indices ?? one.Indices,
        }))];
    }

    private static Line? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Records">Ids of the client's records.</param>
    /// <param name="Indices">Leaves whose content went, as ranges; null before it did.</param>
    internal sealed record Line(Guid Erasure, DateTimeOffset At, IReadOnlyList<Guid> Records, string? Indices);
}
