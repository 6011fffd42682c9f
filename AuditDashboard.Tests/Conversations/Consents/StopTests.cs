using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Conversations.Consents;

public sealed class StopTests : IngestTests
{
    [Theory]
    [InlineData("стоп", "followups advertising")]
    [InlineData(" СТОП!!! ", "followups advertising")]
    [InlineData("Отпишите меня.", "followups advertising")]
    [InlineData("Хватит", "followups advertising")]
    [InlineData("Не пишите мне больше", "messages advertising")]
    [InlineData("стоп, а сколько стоит стрижка?", "")]
    [InlineData("не пишите цену, просто запишите", "")]
    [InlineData("нет", "")]
    public void Only_the_whole_message_is_a_stop(string said, string purposes) =>
        Assert.Equal(purposes, string.Join(' ', StopWords.Withdrawn(said, answersReminder: false)));

    [Fact]
    public async Task A_stop_is_two_withdrawals_in_the_transaction_of_the_message_and_a_repeat_adds_none()
    {
        await AppendAsync(Drafts.Message("m-1", "2026-11-22T09:00:00Z", "Стоп"));
        await AppendAsync(Drafts.Message("m-1", "2026-11-22T09:00:00Z", "Стоп"));

        var stored = await Host.EventsAsync();
        Assert.Equal(["message.received", "consent.revoked", "consent.revoked"], stored.Select(item => item.Type));
        Assert.Single(stored.Select(item => item.SessionId).Distinct());
        Assert.Equal(["advertising", "followups"], (await ConsentsAsync()).Select(row => row.Purpose).Order());
        Assert.True(await ForbiddenAsync(isReminder: false));
        Assert.False(await ForbiddenAsync(isReminder: true));
    }

    [Fact]
    public async Task Whoever_wants_no_messages_at_all_gets_no_reminder_either()
    {
        await AppendAsync(Drafts.Message("m-1", "2026-11-22T09:00:00Z", "Больше не пишите"));

        Assert.True(await ForbiddenAsync(isReminder: true));
    }

    [Fact]
    public async Task A_stop_in_one_channel_holds_in_every_channel_of_the_person()
    {
        await AppendAsync(
            Drafts.Of("""{"id":"v-1","type":"message.received","time":"2026-11-22T08:00:00Z","channel":"vk","text":"привет","client":{"id":"vk:55","phone":"+79000000101"} }"""),
            Drafts.Of("""{"id":"t-1","type":"message.received","time":"2026-11-22T08:30:00Z","channel":"telegram","text":"стоп","client":{"id":"tg:700000101","phone":"+79000000101"} }"""));

        Assert.True(await ForbiddenAsync(isReminder: false, "vk:55"));
    }

    [Fact]
    public async Task The_registry_keeps_the_wording_its_hash_and_the_withdrawal_and_a_later_consent_lifts_the_ban()
    {
        await AppendAsync(Consent("c1", "granted", "08:00", """,{"purpose":"advertising","text":"v-3","wording":"Согласен"}"""));
        await AppendAsync(Consent("c2", "revoked", "09:00", """,{"purpose":"advertising"}"""));
        var withdrawn = Assert.Single(await ConsentsAsync());
        Assert.Equal("v-3", withdrawn.TextVersion);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Согласен"u8)), withdrawn.TextSha256);
        Assert.Equal("2026-11-22T09:00:00", withdrawn.WithdrawnAt?.UtcDateTime.ToString("s"));
        Assert.True(await ForbiddenAsync(isReminder: false));

        await AppendAsync(Consent("c3", "granted", "10:00", """,{"purpose":"advertising"}"""));

        Assert.False(await ForbiddenAsync(isReminder: false));
    }

    [Fact]
    public async Task A_withdrawal_that_comes_late_does_not_undo_the_consent_after_it()
    {
        await AppendAsync(Consent("c1", "granted", "09:30", """,{"purpose":"advertising"}"""));
        await AppendAsync(Consent("c2", "revoked", "09:00", """,{"purpose":"advertising"}"""));

        Assert.False(await ForbiddenAsync(isReminder: false));
    }

    private static EventDraft Consent(string id, string what, string at, string data) => Drafts.Of(
        $$"""{"id":"{{id}}","type":"consent.{{what}}","time":"2026-11-22T{{at}}:00Z","channel":"telegram","client":{"id":"tg:700000101"},"data":{{data[1..]}} }""");

    private async Task AppendAsync(params EventDraft[] drafts) => Assert.True((await Host.Get<IEventLog>().AppendAsync(drafts, Cancel)).Succeeded);

    private async Task<List<ConsentRow>> ConsentsAsync()
    {
        await using var db = await Host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<ConsentRow>().AsNoTracking().ToListAsync(Cancel);
    }

    private async Task<bool> ForbiddenAsync(bool isReminder, string address = "tg:700000101")
    {
        var client = (await Host.Get<IClients>().MembersAsync(address, Cancel))[0];
        var forbidden = false;
        await Host.Get<ITransactions>().RunAsync(store => forbidden = new ClientStops(store).Forbid(client, address, isReminder), Cancel);
        return forbidden;
    }
}
