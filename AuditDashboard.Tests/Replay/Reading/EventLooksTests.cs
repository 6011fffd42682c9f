using AuditDashboard.Replay;
using AuditDashboard.Replay.Reading;

namespace AuditDashboard.Tests.Replay.Reading;

public sealed class EventLooksTests
{
    [Theory]
    [InlineData("message.received", null, Lane.Client, ItemLook.Bubble)]
    [InlineData("message.sent", null, Lane.Assistant, ItemLook.Bubble)]
    [InlineData("message.sent", "human", Lane.Human, ItemLook.Bubble)]
    [InlineData("message.edited", null, Lane.Client, ItemLook.Bubble)]
    [InlineData("message.deleted", "human", Lane.Human, ItemLook.Warning)]
    [InlineData("scenario.entered", null, Lane.Scenario, ItemLook.Step)]
    [InlineData("booking.created", null, Lane.Actions, ItemLook.Success)]
    [InlineData("escalation.requested", "ai", Lane.Human, ItemLook.Warning)]
    [InlineData("call.missed", null, Lane.Call, ItemLook.Trouble)]
    [InlineData("lead.linked", null, Lane.Actions, ItemLook.Sync)]
    [InlineData("loyalty.points_added", null, Lane.Actions, ItemLook.Other)]
    public void Every_event_has_its_lane_and_look(string type, string? actor, Lane lane, ItemLook look)
    {
        var talk = new Talk().Happens(0, type, content => content with { Actor = actor });

        Assert.Equal((lane, look), EventLooks.Of(talk.Events[0]));
    }

    [Fact]
    public void A_message_without_its_content_keeps_its_place()
    {
        var talk = new Talk().Says(0, "Здравствуйте").Answers(1, "Добрый день").Loses(1);

        var timeline = TimelineBuilder.Build(talk.Events, []);

        Assert.True(timeline.Items[0].IsGone);
        Assert.Equal((Lane.Client, ItemLook.Bubble, (string?)null), (timeline.Items[0].Lane, timeline.Items[0].Look, timeline.Items[0].Text));
    }

    [Theory]
    [InlineData(0.59, true)]
    [InlineData(0.60, false)]
    public void Below_the_threshold_an_intent_is_uncertain(double confidence, bool uncertain)
    {
        var talk = new Talk().Says(0, "А если кожа чувствительная?", "contraindications", confidence);

        Assert.Equal(uncertain, TimelineBuilder.Build(talk.Events, []).Items[0].IsUncertain);
    }
}
