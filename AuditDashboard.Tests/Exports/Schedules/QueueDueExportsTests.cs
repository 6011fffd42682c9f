using AuditDashboard.Access;
using AuditDashboard.Exports;
using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Schedules;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Exports.Files;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Exports.Schedules;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class QueueDueExportsTests : AppTests
{
    [Fact]
    public async Task A_daily_file_of_yesterday_is_made_at_its_hour_and_once_only()
    {
        await Schedules(SignedIn.Owner).AddAsync(Asking.Order("sessions"), null, 7, Cancel);

        await DueAsync();
        Assert.Empty(await FilesAsync());
        App.Clock.Advance(TimeSpan.FromHours(18));
        await DueAsync();
        await DueAsync();

        var file = Assert.Single(await FilesAsync());
        Assert.Equal("done", (await new Asking(App, SignedIn.Owner).EndedAsync(file.Id)).State);
        Assert.Equal((new DateTimeOffset(2026, 11, 21, 21, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero)), (file.FromAt, file.ToAt));
        Assert.NotNull(file.ScheduleId);
    }

    [Fact]
    public async Task Days_that_were_missed_are_made_up_for_a_week_at_most()
    {
        await Schedules(SignedIn.Owner).AddAsync(Asking.Order(), null, 7, Cancel);
        App.Leap(TimeSpan.FromDays(30));

        await DueAsync();

        Assert.Equal(7, (await FilesAsync()).Count);
        Assert.True((await Schedules(SignedIn.Owner).ListAsync(Cancel))[0].NextAt > App.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Only_an_owner_sets_schedules_up_and_takes_them_down()
    {
        var id = (await Schedules(SignedIn.Owner).AddAsync(Asking.Order(), DayOfWeek.Monday, 9, Cancel)).Value;

        Assert.Equal("forbidden", (await Schedules(SignedIn.Manager).AddAsync(Asking.Order(), null, 7, Cancel)).Refusal?.Code);
        Assert.Equal("forbidden", (await Schedules(SignedIn.Manager).RemoveAsync(id, Cancel))?.Code);
        Assert.Null(await Schedules(SignedIn.Owner).RemoveAsync(id, Cancel));
        Assert.Empty(await Schedules(SignedIn.Owner).ListAsync(Cancel));
    }

    private ChangeSchedules Schedules(Viewer viewer) => new(
        App.Get<IDbContextFactory<AuditDbContext>>(), new SignedIn(viewer), new WrittenJournal(), App.Get<SalonClock>(), App.Clock, App.Get<Pulse<ExportsChanged>>());

    private Task DueAsync() => App.Get<QueueDueExports>().HandleAsync(Cancel);

    private Task<IReadOnlyList<ExportFileRow>> FilesAsync() => App.Get<ExportShelf>().ListAsync(null, 100, Cancel);
}
