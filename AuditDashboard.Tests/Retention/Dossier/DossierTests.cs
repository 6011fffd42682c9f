using System.Net;
using System.Text.Json;
using AuditDashboard.Tests.Retention.Erasure;

namespace AuditDashboard.Tests.Retention.Dossier;

public sealed class DossierTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_gets_everything_from_all_merged_records_and_nothing_of_others()
    {
        await using var app = new ForgettingApp();
        await ErasureTests.FillAsync(app);
        await app.SendAsync(new { id = "c-1", type = "consent.granted", time = app.Now.AddDays(-1), channel = "vk", client = new { id = "vk:990011223" }, data = new { purpose = "marketing", version = "2026-01" } });
        var client = (await app.EventAsync("x-1")).GetProperty("clientId").GetString();

        var json = await app.GetAsync($"/api/v1/admin/clients/{client}/dossier?format=json");
        var html = WebUtility.HtmlDecode(await app.Bot.GetStringAsync($"/api/v1/admin/clients/{client}/dossier", Cancel));

        Assert.Equal("+79991112233", Assert.Single(json.GetProperty("phones").EnumerateArray()).GetString());
        Assert.Equal(2, json.GetProperty("addresses").GetArrayLength());
        Assert.Equal("marketing", Assert.Single(json.GetProperty("consents").EnumerateArray()).GetProperty("purpose").GetString());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("purposes").ValueKind);
        Assert.Contains("Канареечный вопрос", html, StringComparison.Ordinal);
        Assert.Contains("Стрижка", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Можно на субботу?", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Bot.GetAsync($"/api/v1/admin/clients/{Guid.CreateVersion7(app.Now)}/dossier", Cancel)).StatusCode);
    }
}
