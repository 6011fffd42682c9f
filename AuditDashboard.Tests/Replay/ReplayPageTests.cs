using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Replay;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Replay;

public sealed class ReplayPageTests : DialogPageTest
{
    private readonly Talk _talk = new Talk()
        .Says(0, "Сколько стоит <b>стрижка</b>?", "price.ask", 0.97)
        .Happens(0.5, "scenario.entered", content => content with { Scenario = new("booking", "14", "price") })
        .Answers(1.6, "1 800 ₽")
        .Says(40, "А если кожа чувствительная?", "contraindications", 0.51)
        .Answers(44.7, "Сделаем тест")
        .Happens(50, "loyalty.points_added");

    [Fact]
    public void Every_event_of_the_dialog_stands_in_the_thread()
    {
        var page = Open();

        Assert.Equal(["1", "2", "3", "4", "5", "6"], page.FindAll("[data-testid=replay-event]").Select(e => e.GetAttribute("data-seq")));
        Assert.Contains("Другое: loyalty.points_added", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("button[data-testid=replay-play]"));
        Assert.Single(page.FindAll("[role=slider]"));
        Assert.Equal(6, page.FindAll("[role=slider] [data-ev]").Count);
    }

    [Fact]
    public void The_clients_words_are_text_and_never_markup()
    {
        var page = Open();

        var words = page.Find("[data-seq='1'] .words");
        Assert.Empty(words.Children);
        Assert.Equal("Сколько стоит <b>стрижка</b>?", words.TextContent);
        Assert.Equal("auto", words.GetAttribute("dir"));
    }

    [Fact]
    public void Facts_times_and_an_uncertain_intent_are_shown_in_the_branchs_zone()
    {
        var page = Open();

        Assert.Contains("18:02:10", page.Find("[data-seq='1'] .meta").TextContent, StringComparison.Ordinal);
        Assert.Contains("4,7", page.Find("[data-seq='5'] .meta .t-bad").TextContent, StringComparison.Ordinal);
        Assert.Equal("contraindications 0,51", page.Find("[data-seq='4'] .intent.low").TextContent.Trim());
        Assert.Equal(2, page.FindAll(".lat").Count);
        Assert.Single(page.FindAll(".lat.slow"));
    }

    [Fact]
    public void Choosing_an_event_shows_it_in_the_inspector_and_puts_it_into_the_address()
    {
        var page = Open();

        page.Find("[data-seq='4'] .bub").Click();

        Assert.EndsWith("?ev=4", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        var inspector = page.Find("[data-testid=replay-inspector]");
        Assert.Contains("Событие 4", inspector.TextContent, StringComparison.Ordinal);
        Assert.Contains("порог 0,60", inspector.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("[data-seq='4'] .bub").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_link_to_an_event_opens_with_it_chosen()
    {
        var page = Open(address: "?ev=3");

        Assert.Contains("Событие 3", page.Find("[data-testid=replay-inspector] h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_is_in_the_journal_once_however_often_the_page_reads()
    {
        var page = Open();

        Grow(page, "Ещё вопрос");

        Assert.Equal([$"dialog.viewed {Talk.Session}"], Journal.Entries);
    }

    [Fact]
    public void A_new_event_is_appended_without_a_reload()
    {
        var page = Open();

        Grow(page, "Ещё вопрос");

        Assert.Equal("Ещё вопрос", page.Find("[data-seq='7'] .words").TextContent);
    }

    [Fact]
    public void News_of_another_dialog_changes_nothing()
    {
        var page = Open();
        _talk.Says(60, "Ещё вопрос");
        Log.Events.Add(_talk.Events[^1]);

        Changed.Send(new SessionsChanged([Summaries.Id(2)]));
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(6, page.FindAll("[data-testid=replay-event]").Count);
    }

    [Fact]
    public void The_phone_leaves_the_server_only_when_asked_for_and_the_journal_knows()
    {
        var page = Open();
        Assert.DoesNotContain("9000000142", page.Markup, StringComparison.Ordinal);
        Assert.Equal("+7 900 •••-01-42", page.Find("[data-testid=client-phone]").TextContent);

        page.Find("[data-testid=replay-client] button").Click();
        Assert.DoesNotContain("9000000142", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Journal.Entries, entry => entry.StartsWith("phone.revealed", StringComparison.Ordinal));
        page.FindAll("[data-testid=reason]")[0].Click();

        page.WaitForAssertion(() => Assert.Equal("+79000000142", page.Find("[data-testid=client-phone]").TextContent));
        Assert.Equal($"phone.revealed {Talk.Client}", Journal.Entries[^1]);
        Assert.Equal("Позвонить клиенту", Journal.Reasons[^1]);
    }

    [Fact]
    public void The_raw_event_is_read_only_when_opened_and_the_journal_knows()
    {
        Log.Payloads[3] = """{"id":"e-3","text":"Добрый день"}"""u8.ToArray();
        var page = Open(address: "?ev=3");

        page.Find(".raw button").Click();

        Assert.Contains("\"text\": \"Добрый день\"", page.WaitForElement("#raw-json").TextContent, StringComparison.Ordinal);
        Assert.Equal("payload.viewed 3", Journal.Entries[^1]);
    }

    [Fact]
    public void A_dialog_of_a_foreign_branch_is_not_found_and_not_journaled()
    {
        var page = Open(SignedIn.Manager);

        Assert.Equal("Диалог не найден", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("[data-testid=replay-event]"));
        Assert.Empty(Journal.Entries);
    }

    [Fact]
    public void The_crm_card_stands_only_when_a_lead_is_known()
    {
        Assert.Empty(Open().FindAll("[data-testid=replay-crm]"));

        Log.Sessions[0] = Log.Sessions[0] with { LeadId = "L-1042", LeadBitrix24 = 18342 };
        var page = Render<ReplayPage>(parameters => parameters.Add(p => p.SessionId, Talk.Session.Value));

        Assert.Contains("L-1042", page.Find("[data-testid=replay-crm]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_checked_the_log_so_the_seal_says_so()
    {
        Assert.Equal("unchecked", Open().Find(".seal").GetAttribute("data-seal"));
    }

    [Fact]
    public void An_english_page_stays_english_after_news()
    {
        Speak("en-US");
        var page = Open();
        Speak("ru-RU");

        Grow(page, "Ещё вопрос");

        Assert.Contains("Assistant", page.Markup, StringComparison.Ordinal);
        Assert.Contains("4.7", page.Find("[data-seq='5'] .meta .t-bad").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ReplayPage> Open(Viewer? viewer = null, string address = "")
    {
        SignIn(viewer ?? SignedIn.Owner);
        Log.Sessions.Add(Summaries.Of(1));
        Log.Events.AddRange(_talk.Events);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"dialogs/{Talk.Session}{address}");
        return Render<ReplayPage>(parameters => parameters.Add(page => page.SessionId, Talk.Session.Value));
    }

    private void Grow(IRenderedComponent<ReplayPage> page, string text)
    {
        _talk.Says(60, text);
        Log.Events.Add(_talk.Events[^1]);
        Changed.Send(new SessionsChanged([Talk.Session]));

        // The page arms its timer when it gets to it, which may be after the first step of the clock.
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(2));
                return page.FindAll("[data-seq='7']").Count > 0;
            },
            TimeSpan.FromSeconds(20)));
    }
}
