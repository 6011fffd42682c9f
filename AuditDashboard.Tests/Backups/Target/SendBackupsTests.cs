using System.Globalization;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Target;

namespace AuditDashboard.Tests.Backups.Target;

public sealed class SendBackupsTests : IAsyncLifetime
{
    private FakeStorage _storage = null!;
    private BackupHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _storage = await FakeStorage.StartAsync();
        _host = await BackupHost.StartAsync(null, _storage.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_and_its_manifest_arrive_byte_for_byte()
    {
        await _host.TellAsync(100);
        var backup = await _host.MakeAsync();

        await Sending.HandleAsync(Cancel);

        Assert.Equal(File.ReadAllBytes(_host.PathOf(backup)), _storage.Objects[$"/salon/log/{backup.File}"]);
        Assert.True(_storage.Objects.ContainsKey($"/salon/log/{Path.ChangeExtension(backup.File, ".json")}"));
        Assert.NotNull(_host.Get<BackupShelf>().Find(backup.File)?.SentAt);
    }

    [Theory]
    [InlineData("500", "500")]
    [InlineData("403", "403")]
    [InlineData("cut", "connection")]
    public async Task What_the_storage_refuses_stays_here_and_is_sent_when_it_takes_it(string fault, string said)
    {
        _storage.Fault = fault;
        var backup = await _host.MakeAsync();
        await Sending.HandleAsync(Cancel);

        Assert.Equal(said, Sending.Failure);
        Assert.True(_host.Get<BackupShelf>().Find(backup.File) is { IsVerified: true, SentAt: null });
        _host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(["unsent"], _host.Get<BackupAlarms>().Find());

        _storage.Fault = "";
        await Sending.HandleAsync(Cancel);

        Assert.Null(Sending.Failure);
        Assert.Empty(_host.Get<BackupAlarms>().Find());
        Assert.Contains($"/salon/log/{backup.File}", _storage.Objects.Keys);
    }

    [Fact]
    public async Task A_storage_that_never_answers_is_given_up_after_its_time()
    {
        _storage.Fault = "slow";
        await _host.MakeAsync();
        var sending = Sending.HandleAsync(Cancel);
        while (!sending.IsCompleted)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(61));
            await Task.Yield();
        }

        await sending;
        Assert.Equal("late", Sending.Failure);
    }

    [Fact]
    public async Task What_is_removed_here_is_removed_there_as_soon_as_the_storage_answers()
    {
        var old = await _host.MakeAsync();
        await Sending.HandleAsync(Cancel);
        _storage.Fault = "500";
        _host.Clock.AdjustTime(_host.Clock.GetUtcNow().AddDays(31));
        await _host.MakeAsync(); // lets the old one go

        Assert.Null(_host.Get<BackupShelf>().Find(old.File));
        await Sending.HandleAsync(Cancel);
        Assert.Contains($"/salon/log/{old.File}", _storage.Objects.Keys);

        _storage.Fault = "";
        await RemovedAsync();
        Assert.DoesNotContain($"/salon/log/{old.File}", _storage.Objects.Keys);
        Assert.DoesNotContain(_host.Get<BackupShelf>().All(), backup => backup.File == old.File);
    }

    /// <summary>The two examples of the scheme's own documentation, "List objects" and "Get bucket lifecycle".</summary>
    [Theory]
    [InlineData("max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    [InlineData("lifecycle=", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    public void The_signature_is_that_of_the_published_examples(string query, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://examplebucket.s3.amazonaws.com/?{query}"));
        var options = new S3Options { Region = "us-east-1", AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

        S3Signature.Sign(request, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", options, DateTimeOffset.Parse("2013-05-24T00:00:00Z", CultureInfo.InvariantCulture));

        Assert.EndsWith($"Signature={expected}", request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    private SendBackups Sending => _host.Get<SendBackups>();

    // The host sends by itself, too: whoever comes first.
    private async Task RemovedAsync()
    {
        await Sending.HandleAsync(Cancel);
        await Sending.HandleAsync(Cancel);
    }
}
