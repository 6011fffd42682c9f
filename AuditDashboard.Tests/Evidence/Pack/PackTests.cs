using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Evidence.Pack;

/// <summary>A pack of the running application, checked by tools that know nothing of it: Node's own crypto, and OpenSSL by the words of its README.</summary>
public sealed partial class PackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-pack-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Node_and_openssl_verify_a_pack()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "other", 700);
        await EvidenceApp.TalkAsync(app, "mine", 6);
        var (pack, key) = await TakeAsync(app, "mine");

        var (exit, output) = await VerifyAsync(pack, key);
        TestContext.Current.TestOutputHelper?.WriteLine(output);

        Assert.Equal(0, exit);
        Assert.Equal(6, Directory.GetFiles(Path.Combine(pack, "events"), "*.payload").Length);
        Assert.Contains("EVERYTHING FITS", output, StringComparison.Ordinal);
        var (signature, said) = await Tool.RunAsync(pack, "bash", "-c", ReadmeCommands(pack, 2));
        Assert.True(signature == 0, said);
        Assert.Contains("Signature Verified Successfully", said, StringComparison.Ordinal);
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(pack, "events"), "*.payload").First());
        var (_, lines) = await Tool.RunAsync(pack, "bash", "-c", ReadmeCommands(pack, 3).Replace("events/N", $"events/{name}", StringComparison.Ordinal));
        Assert.Equal(lines.Split('\n')[0], lines.Split('\n')[1]);
        Assert.Equal(44, lines.Split('\n')[0].Length);
    }

    [Fact]
    public async Task A_pack_with_any_file_changed_fails()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 4);
        var (pack, key) = await TakeAsync(app, "mine");
        foreach (var file in Directory.GetFiles(Path.Combine(pack, "events")).Append(Path.Combine(pack, "checkpoint")))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            byte[] changed = [.. bytes];
            changed[bytes.Length / 3] ^= 1;
            await File.WriteAllBytesAsync(file, changed, Cancel);

            Assert.True((await VerifyAsync(pack, key)).Exit != 0, file);
            await File.WriteAllBytesAsync(file, bytes, Cancel);
        }

        Assert.Equal(0, (await VerifyAsync(pack, key)).Exit);
    }

    [Fact]
    public async Task A_pack_does_not_pass_under_another_key_nor_without_an_event()
    {
        await using var app = EvidenceApp.Start();
        await using var other = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 4);
        await EvidenceApp.TalkAsync(other, "mine", 4);
        var (pack, key) = await TakeAsync(app, "mine");
        var (_, stranger) = await TakeAsync(other, "mine");

        Assert.Equal(1, (await VerifyAsync(pack, stranger)).Exit);
        Directory.GetFiles(Path.Combine(pack, "events")).Order().Take(4).ToList().ForEach(File.Delete);
        Assert.Equal(1, (await VerifyAsync(pack, key)).Exit);
    }

    [Fact]
    public async Task A_pack_of_erased_events_says_so_and_still_verifies()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 6);
        DatabaseFile.Run(app.Folder, "update events set payload = null, salt = null where event_id in ('mine-1', 'mine-2')");

        var (pack, key) = await TakeAsync(app, "mine");
        var (exit, output) = await VerifyAsync(pack, key);

        Assert.Equal(0, exit);
        Assert.Equal(2, output.Split('\n').Count(line => line.Contains("is erased", StringComparison.Ordinal)));
        Assert.Equal(4, Directory.GetFiles(Path.Combine(pack, "events"), "*.salt").Length);
        Assert.Contains("Содержимое удалено", await File.ReadAllTextAsync(Path.Combine(pack, "transcript.html"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_in_the_order_of_the_standard_and_words_are_escaped()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 6);
        using var client = EvidenceApp.Client(app);
        await using var zip = new ZipArchive(await client.GetStreamAsync(await AddressAsync(app, "mine"), Cancel));

        var names = zip.Entries.Select(entry => entry.FullName).ToList();

        Assert.Equal(["manifest.json", "checkpoint", "log.vkey"], names[..3]);
        Assert.Equal(["transcript.html", "README.ru.txt", "README.en.txt", "verify.mjs"], names[^4..]);
        Assert.Matches(@"^events/\d{9}\.entry$", names[3]);
        Assert.Equal(3 + (6 * 4) + 4, names.Count);
        using var reader = new StreamReader(await zip.GetEntry("transcript.html")!.OpenAsync(Cancel));
        var page = await reader.ReadToEndAsync(Cancel);
        Assert.Contains("&lt;b&gt;нет&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("Клиент · сообщение клиента", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_pack_is_in_the_journal_with_its_reason_and_in_the_log()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 2);
        using var client = EvidenceApp.Client(app);

        await client.GetAsync(await AddressAsync(app, "mine") + "?reason=complaint%2017", Cancel);

        Assert.Equal(1, await app.CountAsync("select count(*) from access_journal where action = 'export.evidence' and reason = 'complaint 17'"));
        Assert.Equal(1, await app.CountAsync("select count(*) from events where type = 'export.made'"));
    }

    [Fact]
    public async Task A_key_of_one_branch_takes_no_dialog_of_another()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "mine", 2);
        using var client = EvidenceApp.Client(app, EvidenceApp.BranchKey);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(await AddressAsync(app, "mine"), Cancel)).StatusCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The commands under a number of the enclosed README, as they stand there.</summary>
    private static string ReadmeCommands(string pack, int number) =>
        string.Join('\n', Chapters().Split(File.ReadAllText(Path.Combine(pack, "README.ru.txt")))[number].Split('\n').Where(line => line.StartsWith("     ", StringComparison.Ordinal)));

    private static async Task<string> AddressAsync(TestApp app, string session) => $"/api/v1/evidence/sessions/{await EvidenceApp.SessionAsync(app, session)}/pack";

    private static Task<(int Exit, string Output)> VerifyAsync(string pack, string key) => Tool.RunAsync(pack, "node", "verify.mjs", ".", key);

    private async Task<(string Pack, string Key)> TakeAsync(TestApp app, string session)
    {
        using var client = EvidenceApp.Client(app);
        var key = (await client.GetStringAsync("/api/v1/evidence/vkey", Cancel)).Trim();
        var pack = Path.Combine(_folder, Path.GetRandomFileName());
        await using var zip = await client.GetStreamAsync(await AddressAsync(app, session), Cancel);
        await ZipFile.ExtractToDirectoryAsync(zip, pack, Cancel);
        Assert.Equal(key, JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(pack, "manifest.json"), Cancel)).GetProperty("vkey").GetString());
        return (pack, key);
    }

    [GeneratedRegex(@"^\d\. ", RegexOptions.Multiline)]
    private static partial Regex Chapters();
}
