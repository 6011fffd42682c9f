using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Evidence.Verifying;

/// <summary>The command line, as an operator runs it.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-verify-").FullName;

    [Fact]
    public async Task It_answers_zero_for_a_sound_log_and_one_with_the_place_for_a_changed_one()
    {
        await using (var app = EvidenceApp.Start(_folder))
        {
            await EvidenceApp.TalkAsync(app, "s-1", 30);
        }

        var sound = await RunAsync("--", "verify");
        DatabaseFile.Run(_folder, "update events set payload = cast('{}' as blob) where seq = 17");
        var broken = await RunAsync("verify");

        Assert.True(sound.Exit == 0, sound.Output);
        Assert.Contains("Журнал не изменён", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.Exit);
        Assert.Contains("seq=17 index=16 Content: Событие 17", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_makes_none()
    {
        var (exit, output) = await RunAsync("verify");

        Assert.Equal(1, exit);
        Assert.Contains("Нет базы данных", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "audit.db")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Exit, string Output)> RunAsync(params string[] arguments) =>
        Tool.RunAsync(_folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "AuditDashboard.dll"), .. arguments, $"--Storage:DataFolder={_folder}"]);
}
