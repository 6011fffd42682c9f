using System.Globalization;
using AuditDashboard.Retention.Runs;

namespace AuditDashboard.Retention.Erasure;

/// <summary>
/// Carries out erasures, one after the other, as a chain of states on disk. Every step can be done again: a crash anywhere costs nothing but doing the step
/// it interrupted once more (reliability-security.md F38).
/// </summary>
internal sealed partial class CarryOutErasures(ErasureShelf shelf, ErasePerson erase, ErasureFiles files, ErasureLedger ledger, PurgeTools tools, ErasureLog told)
{
    public static readonly string EventType = "erasure.performed";

    public async Task HandleAsync(CancellationToken cancel)
    {
        foreach (var row in await shelf.UnfinishedAsync(cancel))
        {
            using var turn = await tools.Turn.EnterAsync(cancel);
            try
            {
                while (row.State != ErasureRow.Done)
                {
                    await StepAsync(row, cancel);
                    row.Fault = null;
                    await shelf.WriteAsync(row, cancel);
                }

                told.Done(row);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                await told.FailedAsync(row, problem);
                throw;
            }
        }
    }

    private async Task StepAsync(ErasureRow row, CancellationToken cancel)
    {
        switch (row.State)
        {
            case "asked":
                await erase.DescribeAsync(row, cancel);
                ledger.Add(new ErasureLedger.Line(row.Id, row.AskedAt, ErasePerson.RecordsOf(row), null));
                row.State = ErasureRow.Deleting;
                break;
            case "deleting":
                await erase.DeleteAsync(row, cancel);
                row.PerformedAt = told.Now;
                row.State = ErasureRow.Recording;
                break;
            case "recording":
                await RecordAsync(row, cancel);
                row.SealedMarks = null;
                row.State = ErasureRow.Cleaning;
                break;
            case "cleaning":
                await tools.Cleaning.CleanWordsAsync(cancel);
                row.State = ErasureRow.Compacting;
                break;
            default:
                await tools.Cleaning.CompactAsync(cancel);
                row.EndedAt = told.Now;
                row.State = ErasureRow.Done;
                break;
        }
    }

    /// <summary>The event is named by the erasure: told again it is the same. The papers follow, since they quote it.</summary>
    private async Task RecordAsync(ErasureRow row, CancellationToken cancel)
    {
        var appended = await told.AppendAsync(EventType, $"erasure-{row.Id:N}", Report(row), cancel);
        await files.WriteAsync(row, appended, cancel);
        ledger.Add(new ErasureLedger.Line(row.Id, row.AskedAt, [], row.Indices));
    }

    private static Dictionary<string, string?> Report(ErasureRow row) => new()
    {
        ["erasure"] = row.Id.ToString(), ["client"] = row.ClientId.ToString(), ["events"] = row.Messages.ToString(CultureInfo.InvariantCulture),
        ["sessions"] = row.Dialogs.ToString(CultureInfo.InvariantCulture), ["indices"] = row.Indices, ["categories"] = "messages,dialogs,names,phones,addresses",
        ["basis"] = row.Basis, ["requestedAt"] = row.AskedAt.ToString("O", CultureInfo.InvariantCulture), ["performedAt"] = row.PerformedAt?.ToString("O", CultureInfo.InvariantCulture), ["by"] = row.By,
    };
}
