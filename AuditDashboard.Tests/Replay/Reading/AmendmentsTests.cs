using AuditDashboard.Replay.Reading;

namespace AuditDashboard.Tests.Replay.Reading;

public sealed class AmendmentsTests
{
    [Fact]
    public void An_edit_with_the_same_channel_id_marks_the_original_and_keeps_its_words()
    {
        var talk = new Talk()
            .Happens(0, "message.received", content => content with { Text = "в 14", ExternalId = "tg-5" })
            .Happens(9, "message.edited", content => content with { Text = "в 15", ExternalId = "tg-5" });

        var items = TimelineBuilder.Build(talk.Events, []).Items;

        Assert.Equal(["в 14", "в 15"], items.Select(item => item.Text));
        Assert.Equal((2, false), (items[0].Change!.Seq, items[0].Change!.Deleted));
        Assert.Null(items[1].Change);
    }

    [Fact]
    public void A_deletion_that_names_the_message_marks_it_deleted_after_an_edit()
    {
        var talk = new Talk()
            .Says(0, "лишнее")
            .Happens(5, "message.edited", content => content with { Text = "не то", InReplyTo = "e-1" })
            .Happens(9, "message.deleted", content => content with { InReplyTo = "e-1" });

        var items = TimelineBuilder.Build(talk.Events, []).Items;

        Assert.Equal("лишнее", items[0].Text);
        Assert.True(items[0].Change!.Deleted);
        Assert.Equal(3, items.Count);
    }

    [Fact]
    public void A_change_of_a_message_never_seen_marks_nothing()
    {
        var talk = new Talk().Says(0, "слова").Happens(5, "message.deleted", content => content with { ExternalId = "tg-404" });

        Assert.Empty(Amendments.Read(talk.Events));
    }
}
