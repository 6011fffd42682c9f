using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace AuditDashboard.Tests.Shell;

/// <summary>The description of the outside says neither more nor less than what is mapped.</summary>
public sealed partial class OpenApiTests : AppTests
{
    [Fact]
    public async Task Every_route_for_programs_is_described_with_its_methods_and_nothing_else_is()
    {
        var document = await DocumentAsync();

        var mapped = App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsForPrograms(RouteOf(endpoint)))
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => $"{method} {RouteOf(endpoint)}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(mapped.Except(described, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(described.Except(mapped, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_openapi_3_1_with_webhooks_and_every_reference_in_it_leads_somewhere()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(document.GetProperty("webhooks").EnumerateObject());
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ToHashSet();
        Assert.All(Reference().Matches(document.GetRawText()).Select(match => match.Groups[1].Value), name => Assert.Contains(name, schemas));
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var anyone = App.CreateClient();
        using var answer = await anyone.GetAsync("/openapi/v1.json", Cancel);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static bool IsForPrograms(string route) =>
        route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/v1/", StringComparison.Ordinal) || route.StartsWith("/otlp/", StringComparison.Ordinal)
        || route.StartsWith("/health/", StringComparison.Ordinal);

    /// <summary>Without the constraints of its parameters.</summary>
    private static string RouteOf(RouteEndpoint endpoint) => Constraint().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "}");

    /// <summary>A route that takes any method answers 405 to all but POST.</summary>
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        ?? (RouteOf(endpoint).StartsWith("/health/", StringComparison.Ordinal) ? ["get"] : ["post"]);

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();

    [GeneratedRegex("\"#/components/schemas/([A-Za-z]+)\"")]
    private static partial Regex Reference();
}
