using System.Net;
using System.Text.RegularExpressions;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.SecondFactor;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace AuditDashboard.Tests.Access;

/// <summary>Signing in with a second step (http-api.md section 10, RFC 6238).</summary>
public sealed partial class SecondFactorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238 appendix B, SHA-1: the last six digits at 59 s and at 1111111109 s.
        var secret = Base32Encoding.ToString("12345678901234567890"u8.ToArray());

        Assert.Equal(1, Authenticator.StepOf(secret, "287082", DateTimeOffset.FromUnixTimeSeconds(59)));
        Assert.Equal(37037036, Authenticator.StepOf(secret, "081804", DateTimeOffset.FromUnixTimeSeconds(1111111109)));
        Assert.Null(Authenticator.StepOf(secret, "287082", DateTimeOffset.FromUnixTimeSeconds(120)));
    }

    [Fact]
    public async Task A_person_with_a_second_step_comes_in_with_a_fresh_code_and_with_each_code_once()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        var (secret, recovery) = await EnrolAsync(host, browser);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        using var phone = host.Browse();

        using var half = await phone.SignInAsync();
        var step = phone.Target(half);
        using var closed = await phone.GetAsync("/test/viewer");
        var code = CodeNow(host, secret);
        using var signedIn = await phone.SubmitAsync(step, ("Code", code));
        using var other = host.Browse();
        using var again = await other.SubmitAsync(other.Target(await other.SignInAsync()), ("Code", code));
        using var spare = await other.SubmitAsync(other.Target(await other.SignInAsync()), ("Code", recovery[0].ToLowerInvariant()));
        using var third = host.Browse();
        using var spent = await third.SubmitAsync(third.Target(await third.SignInAsync()), ("Code", recovery[0]));

        Assert.StartsWith("/login/code?ticket=", step, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal("/", phone.Target(signedIn));
        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("/", other.Target(spare));
        Assert.Equal(HttpStatusCode.OK, spent.StatusCode);
        await using var db = host.Database();
        Assert.Equal(2, await db.Set<AccessEntryRow>().CountAsync(entry => entry.Action == "code.failed", Cancel));
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_second_step_however_often_the_password_is_right()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        var (secret, _) = await EnrolAsync(host, browser);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        using var thief = host.Browse();

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await thief.SubmitAsync(thief.Target(await thief.SignInAsync()), ("Code", "000000"));
        }

        using var locked = await thief.SubmitAsync(thief.Target(await thief.SignInAsync()), ("Code", CodeNow(host, secret)));
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Null(thief.Cookies["ad-auth"]);
    }

    [Fact]
    public async Task A_ticket_is_good_for_a_quarter_of_an_hour_and_for_its_own_step_only()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        var (secret, _) = await EnrolAsync(host, browser);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        using var late = host.Browse();
        var step = late.Target(await late.SignInAsync());

        using var enrolment = await late.GetAsync(step.Replace("/login/code", "/second-factor", StringComparison.Ordinal));
        using var password = await late.SubmitAsync(step.Replace("/login/code", "/password", StringComparison.Ordinal), ("NewPassword", "another long password"));
        host.Time.Advance(TimeSpan.FromMinutes(16));
        using var tooLate = await late.SubmitAsync(step, ("Code", CodeNow(host, secret)));

        Assert.StartsWith("/login", late.Target(enrolment), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, password.StatusCode);
        Assert.Equal(HttpStatusCode.OK, tooLate.StatusCode);
        Assert.Null(late.Cookies["ad-auth"]);
    }

    [Fact]
    public async Task Where_it_is_demanded_nobody_comes_in_before_it_is_set_up_and_nobody_switches_it_off()
    {
        var settings = AccessHost.Provisioned();
        settings["Access:RequireMfa"] = "true";
        await using var host = await AccessHost.StartAsync(settings);
        using var browser = host.Browse();

        var step = browser.Target(await browser.SignInAsync());
        using var closed = await browser.GetAsync("/test/viewer");
        var (secret, recovery) = await EnrolAsync(host, browser, step);
        using var open = await browser.GetAsync("/test/viewer");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        using var off = await browser.SubmitAsync("/second-factor", ("_handler", "factor-off"), ("OffCode", CodeNow(host, secret)));

        Assert.StartsWith("/second-factor?ticket=", step, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.NotEmpty(recovery);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        await using var db = host.Database();
        Assert.Equal(1, await db.Set<SecondFactorRow>().CountAsync(Cancel));
    }

    [Fact]
    public async Task It_is_switched_off_by_a_code()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var browser = host.Browse();
        var (secret, _) = await EnrolAsync(host, browser);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        using var off = await browser.SubmitAsync("/second-factor", ("_handler", "factor-off"), ("OffCode", CodeNow(host, secret)));
        await using var db = host.Database();
        Assert.Equal(0, await db.Set<SecondFactorRow>().CountAsync(Cancel));
    }

    [Fact]
    public async Task The_operator_forgets_it_at_a_start()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await using (var host = await AccessHost.StartProvisionedAsync(folder))
        {
            using var browser = host.Browse();
            await EnrolAsync(host, browser);
        }

        var settings = AccessHost.Provisioned();
        settings["Access:ForgetSecondFactorOf"] = AccessHost.OwnerEmail.ToUpperInvariant();
        await using (var next = await AccessHost.StartAsync(settings, folder))
        {
            using var phone = next.Browse();
            Assert.Equal("/", phone.Target(await phone.SignInAsync()));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string CodeNow(AccessHost host, string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(host.Time.GetUtcNow().UtcDateTime);

    private static async Task<(string Secret, IReadOnlyList<string> Recovery)> EnrolAsync(AccessHost host, Visitor browser, string path = "/second-factor")
    {
        if (path == "/second-factor" && browser.Cookies["ad-auth"] is null)
        {
            using var signedIn = await browser.SignInAsync();
        }

        // The page makes a secret at each look: the one that counts comes back with a wrong code.
        using var wrong = await browser.SubmitAsync(path, ("OnCode", "000000"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Cancel));
        var secret = Secret().Match(page).Groups["secret"].Value;
        var fields = HiddenField().Matches(page).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        fields["OnCode"] = CodeNow(host, secret);
        using var right = await browser.PostAsync(path, fields);
        var done = await right.Content.ReadAsStringAsync(Cancel);
        return (secret, [.. Recovery().Matches(done).Select(match => match.Value)]);
    }

    [GeneratedRegex("totp-secret\">(?<secret>[A-Z2-7]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}")]
    private static partial Regex Recovery();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex HiddenField();
}
