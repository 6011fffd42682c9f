using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Retention.Erasure;

/// <summary>
/// The act and the extract of the event journal that confirm a destruction (order 179 of Roskomnadzor, 28.10.2022, points 3 and 5), readable and as JSON, kept for three
/// years (point 8). In Russian whoever asked: they are for the Russian regulator. They name the person by our id; a name would bring back what was destroyed.
/// </summary>
internal sealed class ErasureFiles(IOptions<StorageOptions> options, ISettings settings, SalonClock clock, SealedMarks marks)
{
    public const int KeptYears = 3;
    public static readonly IReadOnlyList<string> Names = ["act", "extract"];

    private static readonly ResourceManager Words = new(typeof(ActText));
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private string Folder => Path.Combine(options.Value.FullFolder, "erasures");

    /// <param name="seq">Of the event that says it was done.</param>
    public async Task WriteAsync(ErasureRow row, long seq, CancellationToken cancel)
    {
        var folder = Path.Combine(Folder, row.Id.ToString("N"));
        DataFolders.Make(folder);
        var act = Act(row, seq);
        var extract = Extract(row, seq);
        await SaveAsync(Path.Combine(folder, "act.json"), JsonSerializer.Serialize(act, Readable), cancel);
        await SaveAsync(Path.Combine(folder, "act.html"), Paper("ActTitle", "ActLead", act).Paragraph(Word("ActSign")).Finish(), cancel);
        await SaveAsync(Path.Combine(folder, "extract.json"), JsonSerializer.Serialize(extract, Readable), cancel);
        await SaveAsync(Path.Combine(folder, "extract.html"), Paper("ExtractTitle", "ExtractLead", extract).Finish(), cancel);
    }

    public IReadOnlyList<string> Of(Guid id) => [.. Names.Where(name => File.Exists(PathOf(id, name, "html")))];

    /// <summary>Null when there is none.</summary>
    /// <param name="name">act | extract</param>
    /// <param name="format">html | json</param>
    public FileStream? Open(Guid id, string name, string format) =>
        Names.Contains(name) && format is "html" or "json" && File.Exists(PathOf(id, name, format)) ? File.OpenRead(PathOf(id, name, format)) : null;

    /// <summary>Takes away the papers whose three years are over.</summary>
    public void RemoveExpired()
    {
        var oldest = clock.Now.AddYears(-KeptYears).UtcDateTime;
        foreach (var folder in Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [])
        {
            if (Directory.GetFiles(folder).All(file => File.GetLastWriteTimeUtc(file) < oldest))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private string PathOf(Guid id, string name, string format) => Path.Combine(Folder, id.ToString("N"), $"{name}.{format}");

    private Dictionary<string, string> Act(ErasureRow row, long seq)
    {
        var act = Destroyed(row, seq);
        if (Elsewhere(row) is { Length: > 0 } numbers)
        {
            act["Elsewhere"] = numbers;
        }

        return act;
    }

    private Dictionary<string, string> Destroyed(ErasureRow row, long seq) => new()
    {
        ["Operator"] = settings.Salon.Name, ["Number"] = row.Id.ToString(), ["Subject"] = Text("SubjectId", row.ClientId), ["Categories"] = Word("CategoriesWords"),
        ["System"] = Word("SystemWords"), ["Method"] = Word("MethodWords"), ["Basis"] = $"{Word($"Basis_{row.Basis}")} {row.Reason}".Trim(), ["AskedAt"] = Moment(row.AskedAt),
        ["PerformedAt"] = Moment(row.PerformedAt), ["By"] = row.ByName.Length > 0 ? row.ByName : row.By, ["Amount"] = Text("AmountWords", row.Messages, row.Dialogs, row.Others),
        ["Record"] = Text("RecordWords", seq), ["Copies"] = Copies(),
    };

    private Dictionary<string, string> Extract(ErasureRow row, long seq) => new()
    {
        ["Operator"] = settings.Salon.Name, ["Subject"] = Text("SubjectId", row.ClientId), ["Categories"] = Word("CategoriesWords"), ["System"] = Word("SystemWords"),
        ["Basis"] = Word($"Basis_{row.Basis}"), ["PerformedAt"] = Moment(row.PerformedAt), ["Record"] = Text("RecordWords", seq),
        ["Indices"] = row.Indices.Length > 0 ? row.Indices : "—",
    };

    /// <summary>What the owner must delete by hand, by its numbers in the other system: it is theirs, and we only ever added to it.</summary>
    private string Elsewhere(ErasureRow row) => string.Join("; ", marks.ElsewhereIn(row.SealedMarks).Select(named => named.Split(' ')).GroupBy(named => named[0], named => named[1])
        .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Text($"Elsewhere_{same.Key}", string.Join(", ", same.Distinct().OrderBy(number => long.Parse(number, CultureInfo.InvariantCulture))))));

    /// <summary>Backups are not rewritten: what lies there is named, and a restore erases again.</summary>
    private string Copies()
    {
        var files = Directory.Exists(options.Value.BackupsFolder) ? Directory.GetFiles(options.Value.BackupsFolder).Length : 0;
        return files == 0 ? Word("NoCopies") : Text("CopiesWords", files);
    }

    private static HtmlPaper Paper(string title, string lead, Dictionary<string, string> facts) =>
        new HtmlPaper(Word(title)).Paragraph(Word(lead)).Facts(facts.Select(fact => (Word(fact.Key), fact.Value)));

    private string Moment(DateTimeOffset? moment) => moment is { } known ? clock.Local(known).ToString("dd.MM.yyyy HH:mm:ss zzz", Russian) : "—";

    private static string Word(string key) => Words.GetString(key, Russian) ?? key;

    private static string Text(string key, params object[] values) => string.Format(Russian, Word(key), values);

    /// <summary>Whole or not at all: a crash leaves no half paper.</summary>
    private static async Task SaveAsync(string path, string words, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(path + ".part", words, new UTF8Encoding(false), cancel);
        File.Move(path + ".part", path, overwrite: true);
    }
}
