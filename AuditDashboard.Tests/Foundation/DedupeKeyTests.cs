using AuditDashboard.Foundation;

namespace AuditDashboard.Tests.Foundation;

public sealed class DedupeKeyTests
{
    private static readonly string?[][] Keys =
    [
        ["a"], ["a", "b"], ["ab"], ["a", ""], ["a", null], ["", "a"], [null], ["a:b"], ["a", "b", ""], ["a=="], ["а"], [new string('a', 200)], [new string('a', 201)],
    ];

    [Fact]
    public void Other_parts_make_another_key()
    {
        var made = Keys.Select(parts => DedupeKey.Of("wa", parts)).ToList();

        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.Equal(made, Keys.Select(parts => DedupeKey.Of("wa", parts)));
    }

    [Fact]
    public void Every_key_is_an_id_an_event_may_have_with_room_for_more() =>
        Assert.All(Keys, parts => Assert.Matches("^[A-Za-z0-9_.:-]{1,108}$", DedupeKey.Of("wazzup", parts)));

    [Fact]
    public void A_plain_key_stays_readable() => Assert.Equal("wz:status:6a2087e9-0000:read", DedupeKey.Of("wz", "status", "6a2087e9-0000", "read"));
}
