using System.Globalization;
using AuditDashboard.Evidence;

namespace AuditDashboard.Tests.Evidence.Verifying;

public sealed class SealDialogTests
{
    private const int Dialogs = 8;
    private const int Messages = 60;

    /// <summary>What is done to each dialog of sixty messages, and the message that must be named; −1 = none, null = the seal holds.</summary>
    private static readonly (string? Tampering, int? Broken)[] Cases =
    [
        (null, null),
        ("update events set payload = null, salt = null where event_id = 's-1-2'", 2),
        ("update events set payload = cast(replace(cast(payload as text), '\"channel\":\"telegram\"', '\"channel\":\"whatsapp\"') as blob) where event_id = 's-2-3'", 3),
        ("update events set type = 'booking.confirmed' where event_id = 's-3-0'", 0),
        ("update events set salt = randomblob(32) where event_id = 's-4-59'", 59),
        ("update events set payload = null, salt = null where event_id = 's-5-2'", null),
        ("delete from log_entries where idx = (select log_index from events where event_id = 's-6-7')", 7),
    ];

    [Fact]
    public async Task It_says_of_a_dialog_whether_it_is_what_was_committed_to()
    {
        await using var app = EvidenceApp.Start();
        for (var dialog = 0; dialog < Dialogs; dialog++)
        {
            await EvidenceApp.TalkAsync(app, $"s-{dialog}", Messages);
        }

        await EvidenceApp.NameLeavesAsync(app, [await app.CountAsync("select log_index from events where event_id = 's-5-2'")]);
        using var client = EvidenceApp.Client(app);
        await client.GetStringAsync("/api/v1/evidence/checkpoint", TestContext.Current.CancellationToken);
        var seals = app.Get<IDialogSeals>();
        for (var dialog = 0; dialog < Cases.Length; dialog++)
        {
            var session = await EvidenceApp.SessionAsync(app, $"s-{dialog}");
            Assert.False((await seals.CheckAsync(session, TestContext.Current.CancellationToken)).IsBroken);
            var seq = Cases[dialog].Broken is { } message ? await app.CountAsync(string.Create(CultureInfo.InvariantCulture, $"select seq from events where event_id = 's-{dialog}-{message}'")) : (long?)null;
            if (Cases[dialog].Tampering is { } tampering)
            {
                DatabaseFile.Run(app.Folder, tampering);
            }

            var seal = await seals.CheckAsync(session, TestContext.Current.CancellationToken);

            Assert.Equal((seq is not null, seq), (seal.IsBroken, seal.BrokenSeq));
        }
    }

    [Fact]
    public async Task A_dialog_whose_leaves_do_not_lead_to_the_signed_root_is_broken_though_no_event_of_it_is_to_blame()
    {
        await using var app = EvidenceApp.Start();
        await EvidenceApp.TalkAsync(app, "other", Messages);
        await EvidenceApp.TalkAsync(app, "mine", Messages);
        using var client = EvidenceApp.Client(app);
        await client.GetStringAsync("/api/v1/evidence/checkpoint", TestContext.Current.CancellationToken);
        DatabaseFile.Run(app.Folder, "update log_entries set leaf_hash = randomblob(32) where idx = 20");

        var seal = await app.Get<IDialogSeals>().CheckAsync(await EvidenceApp.SessionAsync(app, "mine"), TestContext.Current.CancellationToken);

        Assert.Equal(new IDialogSeals.Seal(true, null), seal);
    }
}
