using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Access;

/// <summary>An endpoint that nobody thought about is closed: whatever is open without signing in stands in this list, with its own guard beside it.</summary>
public sealed class ClosedByDefaultTests : AppTests
{
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/login"] = "signing in",
    };

    [Fact]
    public void Every_endpoint_needs_somebody_signed_in_unless_it_is_on_the_list()
    {
        var open = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !IsAsset(route)).Distinct().Order().ToList();

        Assert.Equal(string.Join("\n", Open.Keys.Order()), string.Join("\n", open));
    }

    private static bool IsAsset(string route) => Path.HasExtension(route) && !route.Contains('{', StringComparison.Ordinal);
}
