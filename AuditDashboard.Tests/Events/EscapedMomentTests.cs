using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Events;

public sealed class EscapedMomentTests
{
    [Fact]
    public void A_plus_written_as_an_escape_is_a_plus()
    {
        var draft = Drafts.Of("""{"id":"e-1","type":"booking.created","time":"2026-11-22T10:15:30\u002B03:00","booking":{"id":"B-1","start":"2026-11-28T14:30:00\u002B03:00"} }""");

        Assert.Equal(TimeSpan.FromHours(3), draft.Content.Time.Offset);
        Assert.Equal(new DateTime(2026, 11, 28, 11, 30, 0), draft.Content.Booking!.Start!.Value.UtcDateTime);
    }

    [Theory]
    [InlineData("\\ud800026-11-22T10:15:30Z")]
    [InlineData("2026-11-22T10:15:30\\u0022Z")]
    [InlineData("2026-11-22T10:15:30\\\\u002B03:00")]
    public void What_is_no_moment_behind_its_escapes_is_refused(string time)
    {
        Assert.Null(AuditDashboard.Events.EventJudge.Judge(System.Text.Encoding.UTF8.GetBytes($$"""{"id":"e-1","type":"x.y","time":"{{time}}"}"""), out _));
    }
}
