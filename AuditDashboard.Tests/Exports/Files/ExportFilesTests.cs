using AuditDashboard.Events;
using AuditDashboard.Exports.Files;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Exports.Files;

public sealed class ExportFilesTests : AppTests
{
    [Fact]
    public async Task A_file_is_written_in_the_background_and_noted_with_its_rows()
    {
        await TellAsync();
        var owner = new Asking(App, SignedIn.Owner);

        var file = await owner.TakeAsync(Asking.Order());

        Assert.Contains("+79620001442", file, StringComparison.Ordinal);
        Assert.Equal(3, file.TrimEnd().Split('\n').Length);
        var noted = await NotedAsync();
        Assert.Equal(("u-1", "2", "done", "full"), (noted.DataText("by"), noted.DataText("rows"), noted.DataText("result"), noted.DataText("phones")));
        Assert.Equal(["export.started", "export.downloaded"], owner.Journal.Entries.Select(entry => entry.Split(' ')[0]));
    }

    [Fact]
    public async Task A_manager_takes_only_their_branches_out()
    {
        await TellAsync();

        var file = await new Asking(App, SignedIn.Manager).TakeAsync(Asking.Order());

        Assert.Contains("\"branch\":\"garden\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"branch\":\"center\"", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_auditor_never_gets_a_phone_whatever_they_ask_for(bool masks)
    {
        await TellAsync();

        var file = await new Asking(App, Asking.Auditor).TakeAsync(Asking.Order(masks: masks));

        Assert.Contains("+7 962 •••-14-42", file, StringComparison.Ordinal);
        Assert.DoesNotContain("9620001442", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_opens_anothers_file_but_an_owner()
    {
        await TellAsync();
        var manager = new Asking(App, SignedIn.Manager);
        var id = (await manager.AskAsync(Asking.Order())).Value;
        await manager.EndedAsync(id);

        Assert.Null(await new Asking(App, Asking.Auditor).Files.OpenAsync(id, Cancel));
        await new Asking(App, Asking.Auditor).Files.RemoveAsync(id, Cancel);
        var opened = await new Asking(App, SignedIn.Owner).Files.OpenAsync(id, Cancel);
        Assert.NotNull(opened);
        await opened.Value.File.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_gone_when_its_time_is_over()
    {
        var owner = new Asking(App, SignedIn.Owner);
        var id = (await owner.AskAsync(Asking.Order())).Value;
        await owner.EndedAsync(id);
        App.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Null(await owner.Files.OpenAsync(id, Cancel));
        await App.Get<RemoveExpired>().HandleAsync(Cancel);

        Assert.Null(await App.Get<ExportShelf>().FindAsync(id, Cancel));
        Assert.False(File.Exists(App.Get<ExportFolder>().PathOf(id)));
    }

    [Fact]
    public async Task An_eleventh_file_in_an_hour_is_refused()
    {
        var owner = new Asking(App, SignedIn.Owner);
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await owner.AskAsync(Asking.Order())).Succeeded);
        }

        Assert.Equal("export.many", (await owner.AskAsync(Asking.Order())).Refusal?.Code);
        App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await owner.AskAsync(Asking.Order())).Succeeded);
    }

    [Fact]
    public async Task What_is_being_written_can_be_stopped_and_leaves_nothing()
    {
        var owner = new Asking(App, SignedIn.Owner);
        var row = ExportFileRow.For(Guid.CreateVersion7(App.Clock.GetUtcNow()), Asking.Order(), "u-1", "Владелец", App.Clock.GetUtcNow(), TimeSpan.FromHours(1));
        await App.Get<ExportShelf>().AddAsync(row, Cancel);
        var endless = new Endless(App, after: 1000, () => owner.Files.CancelAsync(row.Id, Cancel));

        await endless.Making.HandleAsync(row, Cancel);

        Assert.Equal("cancelled", (await owner.EndedAsync(row.Id)).State);
        Assert.Empty(Directory.GetFiles(Path.Combine(App.Folder, "exports")));
        Assert.Equal("cancelled", (await NotedAsync()).DataText("result"));
    }

    private Task TellAsync() => App.TellAsync(
        Drafts.Message("m-1", "2026-11-20T10:00:00Z", "Привет", "s-1", null, "\"branch\":\"center\",\"client\":{\"id\":\"tg:1\",\"phone\":\"89620001442\"}"),
        Drafts.Message("m-2", "2026-11-20T11:00:00Z", "Привет", "s-2", "tg:2", "\"branch\":\"garden\""));

    private async Task<EventContent> NotedAsync()
    {
        while (true)
        {
            // The row says that it is done a moment before the log does.
            if (await App.Get<IEventReader>().ListAsync(new EventFilter(Type: "export.made"), Cancel) is [{ Content: { } content }, ..])
            {
                return content;
            }

            await Task.Yield();
        }
    }
}
