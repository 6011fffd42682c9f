using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;

namespace AuditDashboard.Tests.Evidence.Verifying;

/// <summary>What a restore drill asks of a copy beyond counts of rows.</summary>
public sealed class ProveCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-copy-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_is_sound_as_long_as_its_log_is_and_names_the_place_where_it_is_not()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "s-1", 30);
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        app.Get<CopyDatabase>().Run(Path.Combine(_folder, "audit.db"), _ => { }, Cancel);
        await EvidenceApp.TalkAsync(app, "s-2", 30);
        var proof = Assert.Single(app.Get<IEnumerable<ICopyProof>>());

        var sound = await proof.FaultAsync(_folder, Cancel);
        DatabaseFile.Run(_folder, "update events set payload = null, salt = null where seq = 17");
        var broken = await proof.FaultAsync(_folder, Cancel);

        Assert.Null(sound);
        Assert.Equal("Gone 16", broken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
