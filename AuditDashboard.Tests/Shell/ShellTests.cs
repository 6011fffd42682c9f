using System.Net;
using System.Text.RegularExpressions;

namespace AuditDashboard.Tests.Shell;

public sealed partial class ShellTests : IAsyncLifetime
{
    private ShellHost _host = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ShellHost.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_page_has_one_policy_with_the_nonce_of_its_import_map()
    {
        var answer = await _host.Browser().GetAsync("/licenses", Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(page).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; script-src-attr 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'none'; frame-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
            policy);
    }

    [Theory]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cross-Origin-Resource-Policy", "same-origin")]
    [InlineData("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")]
    [InlineData("Cache-Control", "no-store")]
    public async Task Pages_and_their_errors_carry_the_whole_set(string header, string value)
    {
        foreach (var address in (string[])["/licenses", "/no-such-page", "/breaks"])
        {
            var answer = await _host.Browser().GetAsync(address, Cancel);

            Assert.Equal(value, string.Join(", ", answer.Headers.GetValues(header)));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Only_https_is_told_to_stay_https()
    {
        var browser = _host.Browser();
        browser.BaseAddress = new Uri("https://localhost");

        var answer = await browser.GetAsync("/licenses", Cancel);

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "same-site", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", "same-origin", HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task A_circuit_is_opened_only_from_our_own_pages(string? origin, string? site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);

        var answer = await _host.Browser().SendAsync(request, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_missing_page_is_a_page_for_a_browser_and_nothing_for_a_program()
    {
        var page = await _host.Browser().GetAsync("/no-such-page", Cancel);
        var answer = await _host.Program().GetAsync("/no-such-page", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Страница не найдена", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task What_broke_is_told_without_details()
    {
        var page = await _host.Browser().GetAsync("/breaks", Cancel);
        var answer = await _host.Program().GetAsync("/breaks", Cancel);
        var (html, json) = (WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel)), await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("Не получилось открыть страницу", html, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret words", html + json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_chosen_only_by_a_form_of_ours_and_leads_only_to_our_pages()
    {
        var forged = await _host.Browser().PostAsync("/language", new FormUrlEncodedContent([new("culture", "en-US")]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        foreach (var (wanted, given) in (IEnumerable<(string, string)>)[("/licenses?a=1", "/licenses?a=1"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/")])
        {
            var answer = await ChooseEnglishAsync(wanted);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(given, answer.Headers.Location?.OriginalString);
            Assert.Contains("en-US", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cookie_turns_the_page_english()
    {
        var browser = _host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-US%7Cuic%3Den-US");

        var page = await browser.GetStringAsync("/licenses", Cancel);

        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("Licences", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_the_frame_have_no_circuit()
    {
        var page = await _host.Browser(signedIn: false).GetStringAsync("/licenses", Cancel);

        Assert.DoesNotContain("\"type\":\"server\"", page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ChooseEnglishAsync(string returnUrl)
    {
        var browser = _host.Browser();
        var page = await browser.GetAsync("/no-such-page", Cancel);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        return await browser.PostAsync(
            "/language",
            new FormUrlEncodedContent([new("culture", "en-US"), new("returnUrl", returnUrl), new("__RequestVerificationToken", token)]),
            Cancel);
    }

    [GeneratedRegex("type=\"importmap\" nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
