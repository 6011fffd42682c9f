using System.Globalization;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Tests.Channels.Hooks;

public sealed class ChannelLimitsTests
{
    [Fact]
    public void A_message_with_members_of_any_length_is_an_event()
    {
        var endless = string.Concat(Enumerable.Repeat("😊", 3000));
        var huge = new ChannelEvent("id", "message.received", DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture), "whatsapp")
        {
            ClientId = endless, ClientName = "x" + endless, ClientPhone = endless, ExternalId = endless, InReplyTo = endless, Text = "Привет",
            Media = new ChannelMedia(endless, endless, endless), Data = ChannelEvent.Named(("title", endless), ("count", 5L)),
        };

        var content = EventJudge.Judge(ChannelLimits.Fit(huge with { ClientId = "wa:1" }).ToJson(), out var problems);

        Assert.Empty(problems);
        Assert.Equal(("Привет", 511, null), (content!.Text, content.Client!.Name!.Length, content.ExternalId));
        Assert.Null(ChannelLimits.Fit(huge).ClientId);
        Assert.True(char.IsLowSurrogate(content.Client.Name[^1]));
        Assert.Equal(4096, content.DataText("title")!.Length);
    }

    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var plain = new ChannelEvent("id", "other", DateTimeOffset.UnixEpoch, "max") { ClientId = "max:1", ClientName = "Анна", Media = new ChannelMedia("photo", "f") };

        Assert.Equal(plain, ChannelLimits.Fit(plain));
    }
}
