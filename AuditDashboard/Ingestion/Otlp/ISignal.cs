using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>One of the three kinds of telemetry.</summary>
internal interface ISignal
{
    /// <summary>Last part of its addresses: <c>/v1/traces</c>, <c>/otlp/v1/traces</c>.</summary>
    string Name { get; }

    /// <summary>The member of a partial success that counts what was not taken (standards.md section 3.4).</summary>
    string RejectedMember { get; }

    /// <summary>What was taken is on disk when this returns.</summary>
    /// <exception cref="FormatException">The body is not what its Content-Type says.</exception>
    ValueTask<Taken> TakeAsync(Sender sender, OtlpBody body, CancellationToken cancel);
}
