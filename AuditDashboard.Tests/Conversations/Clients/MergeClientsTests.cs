using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Clients;

public sealed class MergeClientsTests : AppTests
{
    private readonly WrittenJournal _journal = new();

    [Fact]
    public async Task A_merge_joins_dialogs_and_numbers_and_an_unmerge_brings_both_back_to_the_bit()
    {
        await App.TellAsync(Two());
        var (anna, maria) = (await IdAsync("tg:1"), await IdAsync("vk:2"));
        var before = (await StateAsync(anna, maria), await App.SumsAsync());

        await ToldAsync(Merging(SignedIn.Owner).HandleAsync(maria, anna, Cancel));
        var joined = (await SessionsAsync(anna), (await App.ReportAsync()).Conversion);
        await ToldAsync(Merging(SignedIn.Owner).UndoAsync(maria, anna, Cancel));

        Assert.Equal(2, joined.Item1.Count);
        Assert.Equal(1, joined.Conversion.Share.N); // the second lead within 14 days is the same need
        Assert.Equal(before, (await StateAsync(anna, maria), await App.SumsAsync()), Same);
        Assert.Equal([$"client.merged {maria}", $"client.unmerged {maria}"], _journal.Entries);
    }

    [Fact]
    public async Task A_chain_comes_apart_in_any_order()
    {
        await App.TellAsync(Two());
        await App.TellAsync(Said("m-4", "2026-11-20T12:00:00Z", "max:3"));
        var (one, two, three) = (await IdAsync("tg:1"), await IdAsync("vk:2"), await IdAsync("max:3"));
        var before = await App.SumsAsync();
        var merging = Merging(SignedIn.Owner);
        await ToldAsync(merging.HandleAsync(one, two, Cancel));
        await ToldAsync(merging.HandleAsync(two, three, Cancel));
        Assert.Equal(3, (await App.Get<IClients>().MembersAsync(three, Cancel)).Count);

        await ToldAsync(merging.UndoAsync(one, two, Cancel));
        await ToldAsync(merging.UndoAsync(two, three, Cancel));

        Assert.Equal([one, two, three], (await App.Get<IClients>().RootsAsync([one, two, three], Cancel)).OrderBy(pair => pair.Key.Value).Select(pair => pair.Value).OrderBy(root => Array.IndexOf([one, two, three], root)));
        Assert.Equal(before, await App.SumsAsync());
    }

    [Fact]
    public async Task Whom_a_person_took_apart_an_equal_phone_does_not_join_again()
    {
        await App.TellAsync(Said("m-1", "2026-11-20T08:00:00Z", "tg:1", "+79000000101"), Said("m-2", "2026-11-20T09:00:00Z", "vk:2", "+79000000101"));
        var (one, two) = (await IdAsync("tg:1"), await IdAsync("vk:2"));
        Assert.Equal(2, (await SessionsAsync(one)).Count);

        var root = (await App.Get<IClients>().RootsAsync([one], Cancel))[one];
        await ToldAsync(Merging(SignedIn.Owner).UndoAsync(root == one ? two : one, root, Cancel));
        await App.TellAsync(Said("m-3", "2026-11-20T10:00:00Z", "vk:2", "8 900 000-01-01"));

        Assert.Single(await SessionsAsync(one));
        Assert.Single(await SessionsAsync(two));
    }

    [Fact]
    public async Task Nobody_merges_clients_they_may_not_see_and_an_auditor_none_at_all()
    {
        await App.TellAsync(Two());
        var (center, garden) = (await IdAsync("tg:1"), await IdAsync("vk:2"));

        var manager = await Merging(SignedIn.Manager).HandleAsync(center, garden, Cancel);
        var auditor = await Merging(SignedIn.Owner with { Role = "auditor" }).HandleAsync(center, garden, Cancel);

        Assert.Equal(["forbidden", "forbidden"], [manager.Refusal?.Code, auditor.Refusal?.Code]);
        Assert.Single(await SessionsAsync(center));
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public async Task What_is_one_already_or_apart_already_is_refused()
    {
        await App.TellAsync(Two());
        var (one, two) = (await IdAsync("tg:1"), await IdAsync("vk:2"));
        var merging = Merging(SignedIn.Owner);

        Assert.Equal("not.merged", (await merging.UndoAsync(one, two, Cancel)).Refusal?.Code);
        await merging.HandleAsync(one, two, Cancel);
        Assert.Equal("same.client", (await merging.HandleAsync(two, one, Cancel)).Refusal?.Code);
    }

    private static EventDraft[] Two() =>
    [
        Numbers.Lead("l-1", "2026-11-20T08:00:00Z", "tg:1"),
        Drafts.Of("""{"id":"m-1","type":"message.received","time":"2026-11-20T08:00:01Z","session":"tg:1","channel":"telegram","branch":"center","client":{"id":"tg:1","name":"Анна"},"text":"Можно?"}"""),
        Drafts.Of("""{"id":"m-2","type":"message.sent","time":"2026-11-20T08:00:03Z","session":"tg:1","text":"Да"}"""),
        Numbers.Lead("l-2", "2026-11-21T08:00:00Z", "vk:2"),
        Drafts.Of("""{"id":"m-3","type":"message.received","time":"2026-11-21T08:00:01Z","session":"vk:2","channel":"vk","branch":"garden","client":{"id":"vk:2","name":"Мария"},"text":"Есть время?"}"""),
    ];

    private static EventDraft Said(string id, string time, string client, string? phone = null) => Drafts.Of(
        $$"""{"id":"{{id}}","type":"message.received","time":"{{time}}","session":"{{client}}","channel":"{{client.Split(':')[0]}}","client":{"id":"{{client}}"{{(phone is null ? "" : $",\"phone\":\"{phone}\"")}}},"text":"Здравствуйте"}""");

    private MergeClients Merging(Viewer viewer) => new(
        App.Get<IEventLog>(), App.Get<KnownMerges>(), App.Get<ISessions>(), new SignedIn(viewer), _journal, App.Clock);

    /// <summary>It was done, and is in the numbers.</summary>
    private async Task ToldAsync(Task<Outcome<bool>> change)
    {
        Assert.True((await change).Succeeded);
        await App.Get<IStories>().CatchUpAsync(Cancel);
    }

    private async Task<ClientId> IdAsync(string address) => (await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 100, Cancel)).First(session => session.ClientAddress == address).ClientId!.Value;

    private Task<IReadOnlyList<SessionSummary>> SessionsAsync(ClientId client) => App.Get<ISessions>().OfClientAsync(client, Cancel);

    /// <summary>What the lists and reports say, as text.</summary>
    private async Task<string> StateAsync(params ClientId[] clients)
    {
        var report = await App.ReportAsync();
        var lists = new List<object> { report.Conversion, report.ResponseTime, report.AutoClosed, report.Days, report.Volume };
        foreach (var client in clients)
        {
            lists.Add(await SessionsAsync(client));
        }

        return JsonSerializer.Serialize(lists);
    }

    private static bool Same((string State, List<string> Sums) one, (string State, List<string> Sums) other) =>
        one.State == other.State && one.Sums.SequenceEqual(other.Sums);
}
