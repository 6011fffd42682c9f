using System.Net;
using AuditDashboard.Access;
using AuditDashboard.Access.FirstStart;
using AuditDashboard.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Access;

public sealed class FirstStartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_makes_one_owner_who_names_the_salon_and_goes_on_to_the_first_bot()
    {
        await using var host = await AccessHost.StartAsync();
        using var visitor = host.Browse();
        var link = $"/setup?code={host.Services.GetRequiredService<SetUpCode>().Make()}";

        using var weak = await SubmitOwnerAsync(visitor, link, "short");
        using var owner = await SubmitOwnerAsync(visitor, link, "a phrase of words");
        using var salon = await visitor.SubmitAsync("/setup/salon", ("Name", "Салон"), ("Zone", "Asia/Omsk"), ("Branches", "Центр\r\nНа Ленина, 5"));
        using var other = host.Browse();
        var again = await other.ReadAsync(link);

        Assert.Equal(HttpStatusCode.OK, weak.StatusCode);
        Assert.Equal("/setup/salon", visitor.Target(owner));
        Assert.Equal("/integrations", visitor.Target(salon));
        Assert.DoesNotContain("name=\"Password\"", again, StringComparison.Ordinal);
        var settings = host.Services.GetRequiredService<ISettings>().Salon;
        Assert.Equal(("Салон", "Asia/Omsk"), (settings.Name, settings.TimeZone));
        Assert.Equal([new("tsentr", "Центр", null), new("na-lenina-5", "На Ленина, 5", null)], settings.Branches);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?code=")]
    [InlineData("/setup?code=wrong")]
    public async Task Without_the_right_code_there_is_no_form(string path)
    {
        await using var host = await AccessHost.StartAsync();
        using var visitor = host.Browse();

        Assert.DoesNotContain("name=\"Password\"", await visitor.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_lives_for_a_quarter_of_an_hour()
    {
        await using var host = await AccessHost.StartAsync();
        var codes = host.Services.GetRequiredService<SetUpCode>();
        var code = codes.Make();

        host.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.False(codes.IsOpen(code));
        Assert.False(codes.Take(code));
    }

    [Fact]
    public async Task Two_who_hold_the_same_link_make_one_owner()
    {
        await using var host = await AccessHost.StartAsync();
        var link = $"/setup?code={host.Services.GetRequiredService<SetUpCode>().Make()}";
        using var first = host.Browse();
        using var second = host.Browse();

        var answers = await Task.WhenAll(SubmitOwnerAsync(first, link, "a phrase of words"), SubmitOwnerAsync(second, link, "a phrase of words", "two@salon.example"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.True(await host.Services.GetRequiredService<IPeople>().HasOwnerAsync(Cancel));
    }

    private static Task<HttpResponseMessage> SubmitOwnerAsync(Visitor visitor, string link, string password, string email = "one@salon.example") =>
        visitor.SubmitAsync(link, ("Name", "One"), ("Email", email), ("Password", password));
}
