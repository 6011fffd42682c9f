namespace AuditDashboard.Channels.Probes;

/// <summary>A service could not be asked, and why; carries neither addresses nor tokens.</summary>
/// <param name="code">Of <see cref="ProbeResult.Code"/>.</param>
internal sealed class ProbeFault(string code) : Exception($"The service could not be asked: {code}")
{
    public string Code { get; } = code;
}
