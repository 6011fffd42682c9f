using System.Net;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Access;

public sealed class SignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_pair_opens_the_app_and_returns_to_the_page_that_was_asked_for()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();

        using var refused = await browser.GetAsync("/test/viewer");
        using var signedIn = await browser.SignInAsync(path: "/login?returnUrl=%2Ftest%2Fviewer");
        var viewer = await browser.ReadAsync("/test/viewer");

        Assert.StartsWith("/login?returnUrl=%2Ftest%2Fviewer", browser.Target(refused), StringComparison.Ordinal);
        Assert.Equal("/test/viewer", browser.Target(signedIn));
        Assert.Contains("\"role\":\"owner\"", viewer, StringComparison.Ordinal);
        var cookie = browser.Cookies["ad-auth"]!;
        Assert.True(cookie.HttpOnly);
        Assert.Equal("/", cookie.Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();

        using var wrong = await browser.SignInAsync(password: "wrong password");
        using var unknown = await browser.SignInAsync("nobody@salon.example", "wrong password");

        var first = Alert(await wrong.Content.ReadAsStringAsync(Cancel));
        Assert.NotEmpty(first);
        Assert.Equal(first, Alert(await unknown.Content.ReadAsStringAsync(Cancel)));
        Assert.Null(browser.Cookies["ad-auth"]);
        await using var db = host.Database();
        Assert.Equal(2, await db.Set<AccessEntryRow>().CountAsync(entry => entry.Action == "signin.failed", Cancel));
    }

    [Theory]
    [InlineData(AccessHost.OwnerEmail)]
    [InlineData("nobody@salon.example")]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour_whether_it_exists_or_not(string email)
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync(email, "wrong password");
        }

        using var locked = await browser.SignInAsync(email, AccessHost.OwnerPassword);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(15), locked.Headers.RetryAfter!.Delta);
        Assert.Contains("12:16", Alert(await locked.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Null(browser.Cookies["ad-auth"]);
    }

    [Fact]
    public async Task A_sign_in_ends_after_eight_idle_hours_and_after_seven_days_of_use()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        using var signedIn = await browser.SignInAsync();

        for (var hours = 0; hours < 7 * 24; hours += 6)
        {
            using var used = await browser.GetAsync("/test/viewer");
            Assert.Equal(HttpStatusCode.OK, used.StatusCode);
            host.Time.Advance(TimeSpan.FromHours(6));
        }

        using var after = await browser.GetAsync("/test/viewer");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_needs_the_token_of_the_page()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        using var signedIn = await browser.SignInAsync();

        using var forged = await browser.PostAsync("/logout", []);
        using var still = await browser.GetAsync("/test/viewer");
        using var copy = host.Browse();
        copy.Take(browser.Cookies);
        using var signedOut = await browser.SubmitAsync("/settings", "/logout");
        using var after = await browser.GetAsync("/test/viewer");
        using var stolen = await copy.GetAsync("/test/viewer");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/login", browser.Target(signedOut));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, stolen.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void A_return_address_of_another_site_is_not_followed(string url) => Assert.Equal("/", LocalUrl.Or(url));

    [Theory]
    [InlineData("/")]
    [InlineData("/dialogs?q=a%20b")]
    [InlineData("/settings/keys")]
    public void A_return_address_of_ours_is_followed(string url) => Assert.Equal(url, LocalUrl.Or(url));

    private static string Alert(string page) => page.Split("role=\"alert\">").ElementAtOrDefault(1)?.Split('<')[0] ?? "";
}
