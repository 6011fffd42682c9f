using AuditDashboard.Evidence.Signing;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>Checks everything, and lets the start page know what came of it.</summary>
internal sealed partial class CheckLog(VerifyLog verify, LogAlarm alarm, ILogger<CheckLog> logger)
{
    public async Task<VerifyReport> HandleAsync(Action<long, long> progress, CancellationToken cancel)
    {
        var report = await verify.RunAsync(progress, cancel);
        alarm.Check(report.IsSound ? null : report.Faults[0]);
        if (report.IsSound)
        {
            LogSound(report.Leaves);
        }
        else
        {
            LogBroken(report.Faults[0].Kind, report.Faults[0].Index);
        }

        return report;
    }

    [LoggerMessage(EventId = 2410, Level = LogLevel.Information, Message = "The log was checked: {Leaves} leaves, nothing is wrong")]
    private partial void LogSound(long leaves);

    [LoggerMessage(EventId = 2411, Level = LogLevel.Critical, Message = "The log was checked and is not sound: {Kind} at leaf {Index}")]
    private partial void LogBroken(FaultKind kind, long index);
}
