using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Reminders.Tasks;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class OpenTasksTests : IAsyncLifetime
{
    private readonly Person _person = new();
    private ReminderHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_cannot_be_written_to_is_to_be_called_until_the_visit()
    {
        await UnreachableAsync();

        var open = Assert.Single(await ListAsync());
        Assert.Equal(("call", "no_channel", "B-1"), (open.Task.Kind, open.Task.Reason, open.View.Booking.BookingId));

        _host.MoveTo("2026-11-24T14:31:00");
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("booking.confirmed", "")]
    [InlineData("booking.cancelled", "")]
    [InlineData("booking.rescheduled", ",\"start\":\"2026-11-26T10:00:00+03:00\"")]
    public async Task What_has_settled_itself_waits_for_nobody(string type, string more)
    {
        await UnreachableAsync();

        await _host.TellAsync(type, $"\"booking\":{{\"id\":\"B-1\"{more}}}", "tel:+79621234567");

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_task_that_is_done_is_gone_and_comes_back_when_that_is_taken_back()
    {
        await UnreachableAsync();
        var id = (await ListAsync())[0].Task.Id;

        Assert.Null(await Completing().HandleAsync(id, isDone: true, Cancel));
        Assert.Empty(await ListAsync());
        Assert.Equal(("owner-1", true), (await DoneAsync(id)));

        Assert.Null(await Completing().HandleAsync(id, isDone: false, Cancel));
        Assert.Single(await ListAsync());
        Assert.Equal(["task.done", "task.reopened"], _person.Said);
    }

    [Theory]
    [InlineData("auditor", null, "forbidden")]
    [InlineData("manager", "north", "gone")]
    public async Task Who_may_not_act_changes_nothing(string role, string? branch, string code)
    {
        await UnreachableAsync();
        _person.Viewer = new Viewer("x", "x", "x", role, branch is null ? null : [branch]);

        var refusal = await Completing().HandleAsync((await ListAsync())[0].Task.Id, isDone: true, Cancel);

        Assert.Equal(code, refusal?.Code);
        Assert.Single(await ListAsync());
    }

    private async Task UnreachableAsync()
    {
        await _host.BookAsync("2026-11-24T14:30", client: "tel:+79621234567");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
    }

    private Task<IReadOnlyList<OpenTask>> ListAsync() => _host.Get<OpenTasksQuery>().RunAsync(null, null, Cancel);

    private async Task<(string? By, bool IsDone)> DoneAsync(string id)
    {
        var task = (await _host.TasksAsync()).Single(task => task.Id == id);
        return (task.DoneBy, task.DoneAt is not null);
    }

    private CompleteTask Completing() =>
        new(_host.Get<IDbContextFactory<AuditDbContext>>(), _person, _person, _host.Get<Pulse<AppointmentsChanged>>(), _host.Get<TimeProvider>());

    private sealed class Person : ICurrentViewer, IAccessJournal
    {
        public Viewer Viewer { get; set; } = new("owner-1", "x", "x", "owner", null);

        public List<string> Said { get; } = [];

        public Task<Viewer> GetAsync() => Task.FromResult(Viewer);

        public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel)
        {
            Said.Add(action);
            return Task.CompletedTask;
        }
    }
}
