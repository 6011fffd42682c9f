using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Runs;

/// <summary>
/// Says in the log which leaves are about to lose their content, before they do. Whoever checks the log can so tell a deletion by the rules from one by
/// somebody with the file in hands, and a crash in the middle leaves nothing unexplained.
/// </summary>
internal sealed class NameLeaves(IEventLog log, TimeProvider time)
{
    // An event a screen of thousands of ranges long is still read and sent in one piece.
    private const int MostCharacters = 60_000;

    // Nothing is written meanwhile: large portions only save questions.
    private const int AtOnce = 5000;

    /// <exception cref="IOException">The log refused: nothing may be deleted.</exception>
    public async Task<NumberRanges> OfRunAsync(IEnumerable<IPurgeable> owners, PurgeOrder order, Guid run, CancellationToken cancel)
    {
        order.Most = AtOnce;
        var named = new NumberRanges();
        foreach (var owner in owners.Where(owner => owner.HasLeaves))
        {
            await foreach (var batch in owner.OlderAsync(order, cancel))
            {
                named.Add(batch.LogIndices);
            }
        }

        return await TellAsync(EventTypes.RetentionBegun, run, named, new Dictionary<string, string?> { ["run"] = run.ToString() }, cancel);
    }

    /// <exception cref="IOException">The log refused: nothing may be deleted.</exception>
    public async Task<NumberRanges> OfPersonAsync(IEnumerable<IPurgeable> owners, ErasedPerson person, Guid erasure, Guid client, CancellationToken cancel)
    {
        var most = person.Most;
        person.Most = AtOnce;
        var named = new NumberRanges();
        foreach (var owner in owners.Where(owner => owner.HasLeaves))
        {
            await foreach (var batch in owner.OfAsync(person, cancel))
            {
                named.Add(batch.LogIndices);
            }
        }

        person.Most = most;
        return await TellAsync(EventTypes.ClientErased, erasure, named, new Dictionary<string, string?> { ["erasure"] = erasure.ToString(), ["client"] = client.ToString() }, cancel);
    }

    /// <summary>The same leaves of the same act are the same event: after a crash they are told once.</summary>
    private async Task<NumberRanges> TellAsync(string type, Guid act, NumberRanges named, Dictionary<string, string?> facts, CancellationToken cancel)
    {
        foreach (var part in named.Parts(MostCharacters))
        {
            var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part)).AsSpan(0, 8));
            var draft = OwnEvent.Found(type, $"{type}-{act:N}-{mark}", null, time, new Dictionary<string, string?>(facts) { ["indices"] = part });
            var told = await log.AppendAsync([draft], cancel);
            if (!told.Succeeded)
            {
                throw new IOException($"The log refused to name what is about to go: {told.Refusal.Code}");
            }
        }

        return named;
    }
}
