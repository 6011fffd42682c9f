using System.Text.RegularExpressions;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace AuditDashboard.Tests.Access;

/// <summary>An endpoint that nobody thought about is closed. What is open without signing in stands here, with what guards it instead.</summary>
public sealed partial class ClosedByDefaultTests : AppTests
{
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/calendar/{token}.ics"] = "the 43 random characters of the address",
        ["/error"] = "says nothing",
        ["/health/live"] = "says yes or no",
        ["/health/ready"] = "says yes or no",
        ["/hooks/{endpointId}/{**rest}"] = "the secret of the endpoint",
        ["/language"] = "a cookie of one's own",
        ["/licenses"] = "the same for everybody",
        ["/login"] = "a password",
        ["/login/code"] = "the ticket a right password gave, and the code",
        ["/second-factor"] = "the ticket a right password gave; without one it leads to the sign-in page",
        ["/scalar/{documentName?}"] = "nothing: it shows the open description of the interface",
        ["/logout"] = "the token of one's own page",
        ["/not-found"] = "says nothing",
        ["/password"] = "the old password or a ticket",
        ["/otlp/v1/logs"] = "an API key",
        ["/otlp/v1/metrics"] = "an API key",
        ["/otlp/v1/traces"] = "an API key",
        ["/relay/openai/v1/{**rest}"] = "an ingest key in x-audit-key",
        ["/relay/openai/{key}/v1/{**rest}"] = "an ingest key",
        ["/relay/telegram/{bot}/{**method}"] = "the token of the bot",
        ["/relay/telegram/file/{bot}/{**path}"] = "the token of the bot",
        ["/setup"] = "the one-time code",
        ["/v1/logs"] = "an API key",
        ["/v1/metrics"] = "an API key",
        ["/v1/traces"] = "an API key",
    };

    [Fact]
    public void Every_page_and_hook_needs_somebody_signed_in_unless_it_is_on_the_list()
    {
        var open = OpenEndpoints().Select(RouteOf).Where(route => !IsApi(route)).ToHashSet();

        Assert.True(open.SetEquals(Open.Keys), $"Open and not listed: {string.Join(' ', open.Except(Open.Keys))}; listed and not open: {string.Join(' ', Open.Keys.Except(open))}");
    }

    [Fact]
    public async Task Every_endpoint_for_programs_refuses_a_call_without_a_key()
    {
        using var program = App.CreateClient();
        List<string> answers = [];

        foreach (var endpoint in OpenEndpoints().Where(endpoint => IsApi(RouteOf(endpoint))))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var call = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(RouteOf(endpoint), "1"));
                using var answer = await program.SendAsync(call, Cancel);
                answers.Add($"{method} {RouteOf(endpoint)} {(int)answer.StatusCode}");
            }
        }

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.EndsWith(" 401", answer, StringComparison.Ordinal));
    }

    private IEnumerable<RouteEndpoint> OpenEndpoints() =>
        App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsOpen).Where(endpoint => !IsAsset(RouteOf(endpoint)));

    private static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static bool IsApi(string route) => route.StartsWith("/api/", StringComparison.Ordinal);

    // A short-circuited endpoint runs before authorization, so it is as open as one that says so.
    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.Any(item => item.GetType().Name == "ShortCircuitMetadata");

    private static bool IsAsset(string route) => Path.HasExtension(route) && !route.Contains('{', StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
