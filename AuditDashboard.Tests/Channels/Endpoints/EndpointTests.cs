using System.Net;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Tests.Channels.Endpoints;

public sealed class EndpointTests : IngestTests
{
    private const string Update = "{\"update_id\":1,\"poll\":{}}";

    [Fact]
    public async Task Secrets_lie_sealed_in_the_database()
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(Host.Folder, "audit.db")};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = "select group_concat(sealed_members, ' ') from channel_endpoints";

        var stored = (string)(await command.ExecuteScalarAsync(Cancel))!;

        Assert.DoesNotContain("tg-secret-0001", stored, StringComparison.Ordinal);
        Assert.Equal("tg-secret-0001", Host.Get<IChannelEndpoints>().Find("ep-telegram")!.Member("secret"));
    }

    [Fact]
    public async Task A_paused_endpoint_answers_410_to_who_knows_its_secret_and_401_to_others()
    {
        await Host.Get<PauseEndpoint>().HandleAsync("ep-telegram", true, Cancel);
        var paused = await PostAsync("tg-secret-0001");
        var wrong = await PostAsync("wrong");
        await Host.Get<PauseEndpoint>().HandleAsync("ep-telegram", false, Cancel);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Unauthorized), (paused.StatusCode, wrong.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("tg-secret-0001")).StatusCode);
    }

    [Fact]
    public async Task After_a_rotation_the_old_secret_lives_for_a_day()
    {
        var fresh = await Host.Get<RotateSecret>().HandleAsync("ep-telegram", Cancel);
        var both = new[] { (await PostAsync(fresh!)).StatusCode, (await PostAsync("tg-secret-0001")).StatusCode };
        Host.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], both);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], new[] { (await PostAsync(fresh!)).StatusCode, (await PostAsync("tg-secret-0001")).StatusCode });
    }

    [Fact]
    public async Task Provisioning_follows_the_configuration_until_a_person_changed_the_endpoint()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await using (var first = await IngestHost.StartAsync(folder, Endpoints))
        {
            Assert.Equal("ep-telegram", first.Get<IChannelEndpoints>().Find("ep-telegram")!.Name);
        }

        (string, string?)[] changed = [.. Endpoints, ("Provisioning:Endpoints:0:Name", "Телеграм"), ("Provisioning:Endpoints:0:Secret", "new-secret")];
        await using (var second = await IngestHost.StartAsync(folder, changed))
        {
            Assert.Equal(("Телеграм", "new-secret"), (second.Get<IChannelEndpoints>().Find("ep-telegram")!.Name, second.Get<IChannelEndpoints>().Find("ep-telegram")!.Member("Secret")));
            await second.Get<RotateSecret>().HandleAsync("ep-telegram", Cancel);
        }

        await using (var third = await IngestHost.StartAsync(folder, changed))
        {
            Assert.NotEqual("new-secret", third.Get<IChannelEndpoints>().Find("ep-telegram")!.Member("Secret"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Id", "has space")]
    [InlineData("Kind", "telegraph")]
    [InlineData("Secret", "")]
    public async Task Unusable_configuration_names_the_setting_and_never_its_value(string member, string value)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => IngestHost.StartAsync(null, [.. Endpoints, ($"Provisioning:Endpoints:1:{member}", value)]));

        Assert.Contains($"Provisioning:Endpoints:1:{member}", problem.Message, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string secret) =>
        Host.PostAsync(Update, path: "/hooks/ep-telegram", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", secret));
}
