using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Quarantine;

internal sealed class KeepRefused(
    IDbContextFactory<AuditDbContext> databases, QuarantineTrim trim, RefusedCalls refused, Pulse<QuarantineChanged> changed, TimeProvider time) : IQuarantine, IDisposable
{
    public static readonly int KeptBytes = 262_144;

    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task KeepAsync(Sender sender, IReadOnlyList<IQuarantine.Refused> bodies, CancellationToken cancel)
    {
        // One at a time: two calls with the same body must meet as one row, not as a broken index.
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            foreach (var body in bodies)
            {
                await PutAsync(db, sender, body, cancel);
            }

            await db.SaveChangesAsync(cancel);
            await trim.RunAsync(db, bodies.Count, cancel);
        }
        finally
        {
            _one.Release();
        }

        foreach (var body in bodies)
        {
            refused.Note(RefusedCalls.Caller.Of(sender), body.Code);
        }

        changed.Send(new QuarantineChanged());
    }

    public void Dispose() => _one.Dispose();

    private async Task PutAsync(AuditDbContext db, Sender sender, IQuarantine.Refused body, CancellationToken cancel)
    {
        var digest = DigestOf(sender, body);
        var known = db.Set<QuarantineRow>().Local.FirstOrDefault(row => row.Digest.AsSpan().SequenceEqual(digest))
            ?? await db.Set<QuarantineRow>().SingleOrDefaultAsync(row => row.Digest == digest, cancel);
        if (known is not null)
        {
            (known.Times, known.ReceivedAt) = (known.Times + 1, time.GetUtcNow());
            (known.Code, known.Errors) = (body.Code, Write(body.Errors));
            return;
        }

        db.Add(new QuarantineRow
        {
            ReceivedAt = time.GetUtcNow(), Bot = sender.Bot, Branch = sender.Branch, Endpoint = sender.Endpoint, KeyId = sender.KeyId,
            Envelope = body.Envelope, EventId = body.EventId, Code = body.Code, Errors = Write(body.Errors),
            Body = body.Body.Span[..Math.Min(body.Body.Length, KeptBytes)].ToArray(), Size = body.Body.Length, Digest = digest,
        });
    }

    private static byte[] DigestOf(Sender sender, IQuarantine.Refused body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{sender.Bot}\n{sender.Endpoint}\n{sender.KeyId}\n{body.Envelope}\n{body.EventId}\n"));
        hash.AppendData(body.Body.Span);
        return hash.GetHashAndReset();
    }

    private static string? Write(IReadOnlyDictionary<string, string[]>? errors) =>
        errors is null ? null : JsonSerializer.Serialize(errors, QuarantineJson.Options);
}
