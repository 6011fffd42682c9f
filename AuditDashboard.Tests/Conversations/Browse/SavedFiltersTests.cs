using AuditDashboard.Access;
using AuditDashboard.Conversations.Browse.Saved;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Conversations.Browse;

public sealed class SavedFiltersTests : IDisposable
{
    private readonly MemoryDatabase _database = new();
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ones_own_filters_are_ones_own_and_common_ones_are_everybodys()
    {
        await By(SignedIn.Owner).AddAsync("Жалобы", "f=complaint", isCommon: true, Cancel);
        await By(SignedIn.Owner).AddAsync("Моё", "human=1", isCommon: false, Cancel);
        await By(SignedIn.Manager).AddAsync(" Звонки ", "call=1", isCommon: false, Cancel);

        Assert.Equal(["Жалобы", "Моё"], await NamesAsync(SignedIn.Owner));
        Assert.Equal(["Жалобы", "Звонки"], await NamesAsync(SignedIn.Manager));
    }

    [Fact]
    public async Task A_common_filter_goes_by_its_maker_or_an_owner_and_comes_back()
    {
        await By(SignedIn.Manager).AddAsync("Жалобы", "f=complaint", isCommon: true, Cancel);
        await By(SignedIn.Owner).AddAsync("Дорого", "topic=price", isCommon: true, Cancel);
        var all = await By(SignedIn.Owner).ListAsync(SignedIn.Owner, Cancel);

        Assert.Null(await By(SignedIn.Manager).RemoveAsync(all[1].Id, Cancel));
        var removed = await By(SignedIn.Owner).RemoveAsync(all[0].Id, Cancel);
        Assert.Equal(["Дорого"], await NamesAsync(SignedIn.Manager));
        await By(SignedIn.Owner).PutBackAsync(removed!, Cancel);

        Assert.Equal(["Жалобы", "Дорого"], await NamesAsync(SignedIn.Manager));
    }

    [Fact]
    public async Task There_are_never_more_than_can_be_counted()
    {
        for (var made = 0; made < SavedFilters.Most; made++)
        {
            Assert.Null(await By(SignedIn.Owner).AddAsync($"№ {made}", "call=1", isCommon: false, Cancel));
        }

        Assert.Equal("filter.many", (await By(SignedIn.Owner).AddAsync("ещё", "call=1", isCommon: false, Cancel))!.Code);
        Assert.Equal("filter.name", (await By(SignedIn.Manager).AddAsync(" ", "call=1", isCommon: false, Cancel))!.Code);
        Assert.Equal("filter.empty", (await By(SignedIn.Manager).AddAsync("всё", "", isCommon: false, Cancel))!.Code);
    }

    public void Dispose() => _database.Dispose();

    private SavedFilters By(Viewer viewer)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return new SavedFilters(_database, new SignedIn(viewer), _clock);
    }

    private async Task<IEnumerable<string>> NamesAsync(Viewer viewer) => (await By(viewer).ListAsync(viewer, Cancel)).Select(filter => filter.Name);
}
