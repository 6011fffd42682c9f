using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace AuditDashboard.Tests.Access;

/// <summary>An endpoint that nobody thought about is closed. What is open without signing in stands here, with what guards it instead.</summary>
public sealed class ClosedByDefaultTests : AppTests
{
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/api/v1/events"] = "an API key",
        ["/api/v1/quarantine"] = "an API key",
        ["/api/v1/quarantine/{id:long}/retry"] = "an API key",
        ["/error"] = "says nothing",
        ["/health/live"] = "says yes or no",
        ["/health/ready"] = "says yes or no",
        ["/hooks/{endpointId}/{**rest}"] = "the secret of the endpoint",
        ["/language"] = "a cookie of one's own",
        ["/licenses"] = "the same for everybody",
        ["/login"] = "a password",
        ["/logout"] = "the token of one's own page",
        ["/not-found"] = "says nothing",
        ["/password"] = "the old password or a ticket",
        ["/setup"] = "the one-time code",
    };

    [Fact]
    public void Every_endpoint_needs_somebody_signed_in_unless_it_is_on_the_list()
    {
        var open = App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(IsOpen)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !IsAsset(route)).Distinct().ToHashSet();

        Assert.True(open.SetEquals(Open.Keys), $"Open and not listed: {string.Join(' ', open.Except(Open.Keys))}; listed and not open: {string.Join(' ', Open.Keys.Except(open))}");
    }

    // A short-circuited endpoint runs before authorization, so it is as open as one that says so.
    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.Any(item => item.GetType().Name == "ShortCircuitMetadata");

    private static bool IsAsset(string route) => Path.HasExtension(route) && !route.Contains('{', StringComparison.Ordinal);
}
