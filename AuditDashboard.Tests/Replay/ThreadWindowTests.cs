using AuditDashboard.Replay.Parts;

namespace AuditDashboard.Tests.Replay;

public sealed class ThreadWindowTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(300, 0, 300)]
    [InlineData(301, 101, 301)]
    public void A_long_dialog_opens_with_its_latest_part(int count, int first, int end)
    {
        Assert.Equal(new ThreadWindow(first, end), ThreadWindow.Of(count));
    }

    [Fact]
    public void Earlier_and_later_widen_it_and_stop_at_the_ends()
    {
        var window = new ThreadWindow(150, 350);

        Assert.Equal(new ThreadWindow(0, 350), window.Earlier());
        Assert.Equal(new ThreadWindow(150, 400), window.Later(400));
    }

    [Fact]
    public void An_event_outside_brings_its_surroundings_and_one_inside_moves_nothing()
    {
        var window = new ThreadWindow(800, 1000);

        Assert.Equal(new ThreadWindow(380, 580), window.Around(400, 1000));
        Assert.Equal(window, window.Around(900, 1000));
    }

    [Fact]
    public void A_window_at_the_end_follows_a_growing_dialog()
    {
        Assert.Equal(new ThreadWindow(101, 302), new ThreadWindow(101, 301).Grown(301, 302));
        Assert.Equal(new ThreadWindow(0, 200), new ThreadWindow(0, 200).Grown(301, 302));
    }
}
