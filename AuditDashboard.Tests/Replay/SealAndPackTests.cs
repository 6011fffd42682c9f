using AuditDashboard.Evidence;
using AuditDashboard.Replay;
using Bunit;

namespace AuditDashboard.Tests.Replay;

public sealed class SealAndPackTests : DialogPageTest
{
    private readonly Talk _talk = new Talk().Says(0, "Можно на субботу?", "booking.create", 0.9).Answers(2, "Да");

    [Fact]
    public void A_dialog_that_is_what_it_was_bears_a_green_seal()
    {
        SignIn(SignedIn.Owner);

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("Журнал не изменён", page.Find("[data-seal=untouched]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_seal_leads_to_the_event()
    {
        SignIn(SignedIn.Owner);
        Seals.Seal = new IDialogSeals.Seal(true, 2);

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("событие 2", page.Find("a.seal-link [data-seal=broken]").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("?ev=2", page.Find("a.seal-link").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_owner_is_offered_the_pack()
    {
        SignIn(SignedIn.Manager);

        Assert.Empty(Open().FindAll("[data-testid=evidence-pack]"));
    }

    private IRenderedComponent<ReplayPage> Open()
    {
        Log.Sessions.Add(Summaries.Of(1) with { Branch = "garden" });
        Log.Events.AddRange(_talk.Events);
        return Render<ReplayPage>(parameters => parameters.Add(page => page.SessionId, Talk.Session.Value));
    }
}
