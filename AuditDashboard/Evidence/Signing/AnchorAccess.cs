using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Evidence.Signing;

/// <summary>
/// Puts a digest of the access journal's new lines into the log once a day (<c>log.checkpoint</c>), so that sign-ins, keys and looks at dialogs
/// can be changed unnoticed no more than events can.
/// </summary>
internal sealed class AnchorAccess(IAnchored journal, IEventReader events, IEventLog log, TimeProvider time)
{
    private const string IdPrefix = "access-";

    /// <summary>The log's refusal, or null: nothing new is no event.</summary>
    /// <param name="before">Lines from then on are left for the next time.</param>
    public async Task<Refusal?> HandleAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var known = await events.ListAsync(new EventFilter(Limit: int.MaxValue, Type: EventTypes.LogCheckpoint), cancel);
        var after = known.Where(stored => stored.Bot == OwnEvent.Bot).Select(stored => UpTo(stored.Id)).DefaultIfEmpty(0).Max();
        var upTo = await journal.LastBeforeAsync(before, cancel);
        if (upTo <= after)
        {
            return null;
        }

        var draft = OwnEvent.Found(EventTypes.LogCheckpoint, $"{IdPrefix}{Text(upTo)}", null, time, new Dictionary<string, string?>
        {
            ["table"] = "access_journal", ["after"] = Text(after), ["upTo"] = Text(upTo), ["sha256"] = await journal.DigestAsync(after, upTo, cancel),
        });
        return (await log.AppendAsync([draft], cancel)).Refusal;
    }

    private static long UpTo(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var upTo) ? upTo : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
