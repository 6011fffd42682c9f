using System.Net;
using System.Text.RegularExpressions;

namespace AuditDashboard.Tests.Access;

/// <summary>A visitor with cookies, who fills in forms by their names and follows no redirect unasked.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        _client = new HttpClient(_handler) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    /// <summary>Comes with somebody else's cookies.</summary>
    public void Take(CookieCollection cookies) => _handler.CookieContainer.Add(cookies);

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _client.GetStringAsync(path, TestContext.Current.CancellationToken));

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields) =>
        _client.PostAsync(path, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

    /// <summary>Opens the page, fills the form in and sends it with its hidden fields.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitAsync(path, path, fields);

    /// <summary>The same for a form that is sent to another address than its page's.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> all = [];
        foreach (Match match in HiddenField().Matches(await ReadAsync(page)))
        {
            all[match.Groups["name"].Value] = match.Groups["value"].Value;
        }

        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return await PostAsync(path, all);
    }

    public Task<HttpResponseMessage> SignInAsync(string email = AccessHost.OwnerEmail, string password = AccessHost.OwnerPassword, string path = "/login") =>
        SubmitAsync(path, ("Email", email), ("Password", password));

    /// <summary>Path and query of where an answer leads.</summary>
    public string Target(HttpResponseMessage answer) => new Uri(_client.BaseAddress!, answer.Headers.Location!).PathAndQuery;

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex HiddenField();
}
