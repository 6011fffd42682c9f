using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AuditDashboard.Conversations;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Rows;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AuditDashboard.Tests.Kpi.Rows;

/// <summary>Every number's own address on the whole application with the small demo: it counts what the report says, of the viewer's branches only.</summary>
public sealed partial class NumberAddressTests(NumberAddressTests.Salon salon) : IClassFixture<NumberAddressTests.Salon>
{
    private const string Password = "correct-horse-battery";
    private const string Week = "from=2026-11-15&to=2026-11-21";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("owner", null)]
    [InlineData("manager", "center")]
    public async Task An_address_counts_what_the_report_says(string role, string? branch)
    {
        var filter = new KpiFilter(new DateOnly(2026, 11, 15), new DateOnly(2026, 11, 22), Branches: branch is null ? null : [branch]);
        var (overview, details) = (await salon.App.Get<IKpiOverviews>().RunAsync(filter, Cancel), await salon.App.Get<IKpiOverviews>().DetailsAsync(filter, Cancel));
        using var visitor = await SignInAsync($"{role}@salon.example");
        var (checkedNumbers, priced) = (0, 0);

        foreach (var number in Enum.GetValues<KpiNumber>().Where(number => OpenNumbers.Named(number.ToString()) is not null))
        {
            var page = WebUtility.HtmlDecode(await visitor.GetStringAsync($"/numbers/{number}?{Week}", Cancel));
            var count = long.Parse(Count().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);

            Assert.Equal((number, ReportedNumbers.Of(number, overview, details) ?? count), (number, count));
            priced += Price().IsMatch(page) ? 1 : 0;
            checkedNumbers++;
        }

        Assert.Equal(role == "owner", priced > 0);
        Assert.InRange(checkedNumbers, 40, 70);
    }

    [Fact]
    public async Task A_manager_who_names_another_branch_gets_their_own()
    {
        using var manager = await SignInAsync("manager@salon.example");

        var own = Count().Match(await manager.GetStringAsync($"/numbers/{KpiNumber.Sessions}?{Week}", Cancel)).Groups[1].Value;
        var asked = Count().Match(await manager.GetStringAsync($"/numbers/{KpiNumber.Sessions}?{Week}&branch=north", Cancel)).Groups[1].Value;

        Assert.Equal(own, asked);
    }

    private async Task<HttpClient> SignInAsync(string email)
    {
        var client = salon.App.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var fields = HiddenField().Matches(WebUtility.HtmlDecode(await client.GetStringAsync("/login", Cancel))).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        (fields["Email"], fields["Password"]) = (email, Password);
        var answer = await client.PostAsync("/login", new FormUrlEncodedContent(fields), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    // What clients and assistants say about prices is not hidden: only a row's own money is.
    [GeneratedRegex("<b>[^<]*₽</b>")]
    private static partial Regex Price();

    [GeneratedRegex("""data-count="(\d+)""")]
    private static partial Regex Count();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex HiddenField();

    /// <summary>One salon for all: nothing here writes.</summary>
    public sealed class Salon : IAsyncLifetime
    {
        public TestApp App { get; } = new(
            null, ("Provisioning:Demo", "tiny"), ("Provisioning:Users:0:Email", "owner@salon.example"), ("Provisioning:Users:0:Password", Password), ("Provisioning:Users:0:Role", "owner"),
            ("Provisioning:Users:1:Email", "manager@salon.example"), ("Provisioning:Users:1:Password", Password), ("Provisioning:Users:1:Role", "manager"), ("Provisioning:Users:1:Branches:0", "center"));

        public async ValueTask InitializeAsync() => await App.Get<IStories>().CatchUpAsync(Cancel);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
