using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Connect;

/// <summary>The addresses bots and messengers call: <c>PublicBaseUrl</c> where it is set, else what the viewer's own browser uses.</summary>
internal sealed class PublicAddress
{
    private const string Setting = "PublicBaseUrl";
    private readonly string? _configured;

    /// <exception cref="ConfigurationProblem">The setting is no http address.</exception>
    public PublicAddress(IConfiguration configuration)
    {
        _configured = configuration[Setting] is { Length: > 0 } url ? url.TrimEnd('/') : null;
        if (_configured is not null && !(Uri.TryCreate(_configured, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new ConfigurationProblem($"{Setting} must be an http or https address");
        }
    }

    /// <summary>The address of an endpoint as the internet sees it; null where <c>PublicBaseUrl</c> is not set.</summary>
    public string? OfEndpoint(string endpointId) => _configured is null ? null : Of("", endpointId);

    /// <param name="browsed">The address the viewer's browser has, with a slash at its end.</param>
    /// <param name="endpointId">Null for the events API.</param>
    public string Of(string browsed, string? endpointId) =>
        $"{_configured ?? browsed.TrimEnd('/')}{(endpointId is null ? "/api/v1/events" : $"/hooks/{endpointId}")}";
}
