using AuditDashboard.Channels.Connect;
using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Channels.Connect;

public sealed class CheckListTests
{
    [Theory]
    [InlineData("key", "", false, "CheckAddress:Flat CheckKey:Flat CheckClock:Flat CheckJson:Flat")]
    [InlineData("key", "unauthorized", false, "CheckAddress:Good CheckKey:Bad CheckClock:Flat CheckJson:Flat")]
    [InlineData("key", "validation", true, "CheckAddress:Good CheckKey:Good CheckClock:Good CheckJson:Bad")]
    [InlineData("key", "json unauthorized", true, "CheckAddress:Good CheckKey:Good CheckClock:Good CheckJson:Bad")]
    [InlineData("events", "bad-signature", false, "CheckAddress:Bad CheckSignature:Flat CheckSecret:Flat CheckClock:Flat CheckJson:Flat")]
    [InlineData("events", "bad-signature", true, "CheckAddress:Good CheckSignature:Good CheckSecret:Bad CheckClock:Flat CheckJson:Flat")]
    [InlineData("events", "header", true, "CheckAddress:Good CheckSignature:Bad CheckSecret:Flat CheckClock:Flat CheckJson:Flat")]
    [InlineData("events", "signature-expired", true, "CheckAddress:Good CheckSignature:Good CheckSecret:Good CheckClock:Bad CheckJson:Flat")]
    [InlineData("telegram", "bad-signature", true, "CheckAddress:Good CheckSecret:Bad CheckBody:Flat")]
    [InlineData("whatsapp", "handshake", true, "CheckAddress:Good CheckHandshake:Bad CheckTyped:Flat CheckBody:Flat")]
    [InlineData("whatsapp", "bad-signature", true, "CheckAddress:Good CheckHandshake:Good CheckTyped:Bad CheckBody:Flat")]
    [InlineData("vk", "forbidden", true, "CheckAddress:Good CheckHandshake:Good CheckSecret:Bad CheckBody:Flat")]
    [InlineData("uis", "bad-signature", true, "CheckAddress:Good CheckPath:Bad CheckBody:Flat")]
    [InlineData("mango", "json", true, "CheckAddress:Good CheckTyped:Good CheckBody:Bad")]
    [InlineData("telegram", "paused", true, "CheckAddress:Good CheckSecret:Flat CheckBody:Flat")]
    public void The_latest_refusal_says_where_it_is_stuck(string kind, string refused, bool reached, string expected)
    {
        var target = new CheckTarget(kind, "salon-bot", kind == "key" ? null : "ep", [], 0, DateTimeOffset.UnixEpoch);

        var lines = CheckList.Of(target, refused.Split(' ', StringSplitOptions.RemoveEmptyEntries), reached);

        Assert.Equal(expected, string.Join(' ', lines.Select(line => $"{line.Key}:{line.Tone}")));
    }

    [Theory]
    [InlineData("Позвоните +7 900 000-01-42 после 18:00", "Позвоните +7 900 •••-01-42 после 18:00")]
    [InlineData("8(900)0000142", "+8 900 •••-01-42")]
    [InlineData("запись 2026-11-28 14:30, заказ 123456", "запись 2026-11-28 14:30, заказ 123456")]
    [InlineData(null, null)]
    public void Phones_inside_a_text_are_covered(string? text, string? expected) => Assert.Equal(expected, MaskedPhones.In(text));
}
