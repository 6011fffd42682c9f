namespace AuditDashboard.Foundation;

/// <summary>A name resolved to addresses that may not be called; nothing was connected. Names neither.</summary>
public sealed class PrivateNetworkException()
    : HttpRequestException(HttpRequestError.ConnectionError, "The address lies in a network that may not be called.");
