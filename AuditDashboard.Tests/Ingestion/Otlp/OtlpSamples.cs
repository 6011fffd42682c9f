using System.Globalization;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>
/// What five instrumentations sent about the same turn, as they sent it (standards.md section 3.2); the .NET exporter speaks protobuf only, so its JSON is
/// the same message written anew.
/// </summary>
internal static class OtlpSamples
{
    /// <summary>A little after they were made.</summary>
    public static readonly DateTimeOffset After = DateTimeOffset.Parse("2026-11-24T11:20:00Z", CultureInfo.InvariantCulture);

    public static readonly string[] Spellings = ["openai", "traceloop", "openinference", "dotnet", "manual"];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "otlp", name));

    public static string TypeOf(string extension) => extension == "pb" ? "application/x-protobuf" : "application/json";
}
