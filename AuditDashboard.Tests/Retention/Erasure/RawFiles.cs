using System.Text;

namespace AuditDashboard.Tests.Retention.Erasure;

/// <summary>The bytes on disk, as somebody with the stolen folder reads them.</summary>
internal static class RawFiles
{
    /// <summary>Files in which any of the words stands, as UTF-8, in lower case, or escaped as JSON escapes Cyrillic.</summary>
    public static IReadOnlyList<string> Naming(string folder, params string[] words)
    {
        var spellings = words.SelectMany(word => new[] { word, word.ToLowerInvariant(), Escaped(word, "x4"), Escaped(word, "X4") }).Distinct().Select(Encoding.UTF8.GetBytes).ToList();
        List<string> found = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("audit.lock", StringComparison.Ordinal)))
        {
            var bytes = ReadShared(path);
            found.AddRange(spellings.Where(spelling => bytes.AsSpan().IndexOf(spelling) >= 0).Select(spelling => $"{Path.GetFileName(path)}: {Encoding.UTF8.GetString(spelling)}"));
        }

        return found;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }

    private static string Escaped(string word, string format) =>
        string.Concat(word.Select(letter => letter < 128 ? letter.ToString() : "\\u" + ((int)letter).ToString(format, System.Globalization.CultureInfo.InvariantCulture)));
}
