using System.Net;
using System.Security.Cryptography;
using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Evidence.Api;

public sealed class EvidenceEndpointsTests
{
    private const string ReaderKey = "test_key_00000000000000000000000000000011";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_checkpoint_covers_what_was_acknowledged_before_it_was_asked_for()
    {
        await using var app = EvidenceApp.Start();
        using var client = EvidenceApp.Client(app);
        var key = (await client.GetStringAsync("/api/v1/evidence/vkey", Cancel)).Trim();
        for (var round = 0; round < 3; round++)
        {
            await EvidenceApp.TalkAsync(app, "s-1", 7, from: round * 7);

            var note = SignedNote.Parse(await client.GetStringAsync("/api/v1/evidence/checkpoint", Cancel))!;

            Assert.Equal(await app.CountAsync("select count(*) from log_entries"), note.Size);
            Assert.True(note.IsSignedBy(key));
        }
    }

    [Fact]
    public async Task A_proof_leads_from_the_leaf_to_the_signed_root_even_when_the_event_is_erased()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "s-1", 300);
        DatabaseFile.Run(app.Folder, "update events set payload = null, salt = null where seq = 270");
        using var client = EvidenceApp.Client(app);

        var proof = await client.GetStringAsync("/api/v1/evidence/events/270/proof", Cancel);

        var (head, note) = (proof[..proof.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n'), SignedNote.Parse(proof[(proof.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])!);
        Assert.Equal(["c2sp.org/tlog-proof@v1", "index 269"], head[..2]);
        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        var leaf = (await db.Set<LogEntryRow>().SingleAsync(row => row.Idx == 269, Cancel)).LeafHash;
        Assert.Equal(note.Root, Proof.RootOf(269, note.Size, leaf, [.. head[2..].Select(Convert.FromBase64String)]));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_nobody_without_the_scope_gets_an_answer()
    {
        await using var app = EvidenceApp.Start(
            null, ("Provisioning:ApiKeys:2:Name", "reader"), ("Provisioning:ApiKeys:2:Key", ReaderKey), ("Provisioning:ApiKeys:2:Bot", "reader"), ("Provisioning:ApiKeys:2:Scopes:0", "read"));
        using var anyone = app.CreateClient();
        using var reader = EvidenceApp.Client(app, ReaderKey);
        using var client = EvidenceApp.Client(app);
        string[] missing = ["/api/v1/evidence/events/999999/proof", "/api/v1/evidence/sessions/0199f000-0000-7000-8000-000000000000/pack"];

        foreach (var address in missing)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Cancel)).StatusCode);
        }

        foreach (var address in (string[])["/api/v1/evidence/checkpoint", "/api/v1/evidence/vkey", .. missing])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync(address, Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(address, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task A_changed_log_answers_with_the_problem_and_signs_nothing()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "s-1", 10);
        using var client = EvidenceApp.Client(app);
        await client.GetStringAsync("/api/v1/evidence/checkpoint", Cancel);
        DatabaseFile.Run(app.Folder, "update log_entries set leaf_hash = randomblob(32) where idx = 3");

        var answer = await client.GetAsync("/api/v1/evidence/checkpoint", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("/problems/log-broken", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_payload_in_the_database_and_its_salt_give_the_commitment()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "s-1", 3);

        var logged = (await app.Get<ILoggedEvents>().FindAsync(2, Cancel))!;

        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        var entry = await db.Set<LogEntryRow>().SingleAsync(row => row.Idx == logged.LogIndex, Cancel);
        Assert.Equal(entry.Commitment, HMACSHA256.HashData(logged.Salt!, logged.Payload!));
        Assert.True(logged.AgreesWithPayload());
    }
}
