using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.People;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Settings.Salon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Access;

public sealed class ProvisioningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_same_configuration_twice_changes_nothing_the_second_time()
    {
        var first = await StateAfterAsync(AccessHost.Provisioned());
        var second = await StateAfterAsync(AccessHost.Provisioned());

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task What_a_person_changed_stays_while_the_operator_may_still_add()
    {
        await using (var host = await AccessHost.StartProvisionedAsync(_folder))
        {
            await using var owner = await OwnerScope.OpenAsync(host);
            var salon = host.Services.GetRequiredService<ISettings>().Salon;
            await owner.Get<ChangeSalon>().HandleAsync(salon with { Name = "Renamed", Branches = [salon.Branches[0] with { Name = "Old town" }] }, Cancel);
            await owner.Get<RevokeApiKey>().HandleAsync((await owner.Get<ApiKeysQuery>().RunAsync(Cancel))[0].Id, Cancel);
            using var visitor = host.Browse();
            using var signedIn = await visitor.SignInAsync();
            using var chosen = await visitor.SubmitAsync("/password", ("OldPassword", AccessHost.OwnerPassword), ("NewPassword", "a phrase of words"));
        }

        var settings = AccessHost.Provisioned();
        settings["Provisioning:Branches:2:Code"] = "south";
        await using var again = await AccessHost.StartAsync(settings, _folder);
        using var returning = again.Browse();
        using var old = await returning.SignInAsync();
        using var fresh = await returning.SignInAsync(password: "a phrase of words");

        var merged = again.Services.GetRequiredService<ISettings>().Salon;
        Assert.Equal("Renamed", merged.Name);
        Assert.Equal([new("center", "Old town", null), new("south", "south", null)], merged.Branches);
        Assert.Null(again.Services.GetRequiredService<AuditDashboard.Access.IApiKeys>().Find(AccessHost.IngestKey));
        Assert.Equal(System.Net.HttpStatusCode.OK, old.StatusCode);
        Assert.Equal("/", returning.Target(fresh));
    }

    [Theory]
    [InlineData("Provisioning:Users:0:Role", "boss")]
    [InlineData("Provisioning:Users:0:Password", "short")]
    [InlineData("Provisioning:Users:0:Email", "nobody")]
    [InlineData("Provisioning:ApiKeys:0:Key", "tooshort")]
    [InlineData("Provisioning:ApiKeys:0:Key", "long enough but with blanks in it ......")]
    [InlineData("Provisioning:ApiKeys:0:Bot", "app")]
    [InlineData("Provisioning:ApiKeys:0:Scopes:0", "everything")]
    [InlineData("Provisioning:Organization:TimeZone", "Mars/Olympus")]
    [InlineData("Provisioning:Branches:1:TimeZone", "Russian Standard Time")]
    [InlineData("Provisioning:Branches:1:Code", "center")]
    public async Task An_unusable_configuration_stops_the_start_with_a_line_that_names_the_setting(string setting, string value)
    {
        var settings = AccessHost.Provisioned();
        settings[setting] = value;

        var problem = await Record.ExceptionAsync(() => AccessHost.StartAsync(settings, _folder));

        var line = ConfigurationProblem.LineOf(problem!)!;
        Assert.Contains(setting.EndsWith(":0", StringComparison.Ordinal) ? setting[..^2] : setting, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public async Task The_same_key_twice_is_refused()
    {
        var settings = AccessHost.Provisioned();
        settings["Provisioning:ApiKeys:1:Key"] = AccessHost.IngestKey;
        settings["Provisioning:ApiKeys:1:Bot"] = "other-bot";
        settings["Provisioning:ApiKeys:1:Scopes:0"] = "read";

        var problem = await Record.ExceptionAsync(() => AccessHost.StartAsync(settings, _folder));

        var line = ConfigurationProblem.LineOf(problem!)!;
        Assert.Contains("Provisioning:ApiKeys:1:Key", line, StringComparison.Ordinal);
        Assert.DoesNotContain(AccessHost.IngestKey, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_from_configuration_may_look_like_ours_without_our_checksum()
    {
        var key = "adk_live_" + new string('a', 50);
        var settings = AccessHost.Provisioned();
        settings["Provisioning:ApiKeys:0:Key"] = key;

        await using var host = await AccessHost.StartAsync(settings, _folder);

        Assert.Equal("salon-bot", host.Services.GetRequiredService<AuditDashboard.Access.IApiKeys>().Find(key)?.Bot);
    }

    private async Task<string> StateAfterAsync(Dictionary<string, string?> settings)
    {
        await using var host = await AccessHost.StartAsync(settings, _folder);
        await using var db = host.Database();
        var people = await db.Set<UserRow>().Select(user => user.Id + user.PasswordHash + user.Role).ToListAsync(Cancel);
        var keys = await db.Set<ApiKeyRow>().Select(key => key.Id + key.Scopes).ToListAsync(Cancel);
        var seq = await host.Services.GetRequiredService<IEventReader>().LastSeqAsync(Cancel);
        return string.Join('\n', [.. people, .. keys, $"{seq}"]);
    }
}
