using AuditDashboard.Channels;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.WriteBack;

/// <summary>Tells booking systems what they have yet to hear. Telling the same again changes nothing there, so an uncertain call is simply repeated.</summary>
internal sealed partial class TellAttendance(
    IDbContextFactory<AuditDbContext> databases, ITransactions transactions, IBookingWriteBack system, TimeProvider time, ILogger<TellAttendance> logger)
{
    private const int AtOnce = 50;
    private const int MostAttempts = 12;
    private RowSearch<AttendanceRow>? _byBooking;

    public async Task HandleAsync(CancellationToken cancel)
    {
        foreach (var row in await DueAsync(cancel))
        {
            var result = await TellAsync(row, cancel);
            await transactions.RunAsync(store => Write(store, row, result), CancellationToken.None);
        }
    }

    private async Task<List<AttendanceRow>> DueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<AttendanceRow>().AsNoTracking().Where(row => row.State == "waiting" && row.NextAt <= now).OrderBy(row => row.NextAt).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task<SendResult> TellAsync(AttendanceRow row, CancellationToken cancel)
    {
        try
        {
            return await system.TellAttendanceAsync(row.EndpointId, row.BookingId, row.Attendance, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem, row.EndpointId);
            return new SendResult(SendState.Later, Code: problem.GetType().Name);
        }
    }

    private void Write(WriteConnection store, AttendanceRow told, SendResult result)
    {
        // Meanwhile something newer may have been said, and that is still to be told.
        _byBooking ??= store.Table<AttendanceRow>().Search([nameof(AttendanceRow.EndpointId), nameof(AttendanceRow.BookingId)]);
        if (_byBooking.First(told.EndpointId, told.BookingId) is not { } row || row.Seq != told.Seq)
        {
            return;
        }

        (row.Code, row.Attempts) = (result.Code, row.Attempts + 1);
        if (result.State == SendState.Sent)
        {
            row.State = "told";
        }
        else if (result.State == SendState.Unreachable || row.Attempts >= MostAttempts)
        {
            row.State = "refused";
        }
        else
        {
            row.NextAt = time.GetUtcNow() + (result.RetryAfter ?? TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, row.Attempts - 1))));
        }

        store.Table<AttendanceRow>().Upsert(row);
    }

    [LoggerMessage(EventId = 4020, Level = LogLevel.Warning, Message = "Endpoint {EndpointId} could not be told about a visit")]
    private partial void LogFailed(Exception problem, string endpointId);
}
