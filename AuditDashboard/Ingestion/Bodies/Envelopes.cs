namespace AuditDashboard.Ingestion.Bodies;

internal static class Envelopes
{
    public static readonly string Native = "native";
    public static readonly string CloudEvents = "cloudevents";

    public static readonly string StandardWebhooks = "standardwebhooks";

    /// <summary>A whole body that could not be cut into events.</summary>
    public static readonly string Document = "document";
}
