using System.Net;
using AuditDashboard.Access;
using AuditDashboard.Access.People;

namespace AuditDashboard.Tests.Access;

public sealed class PeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_manager_sees_the_branches_named_for_them_and_no_page_of_the_owner()
    {
        var settings = AccessHost.Provisioned();
        settings["Provisioning:Users:1:Email"] = "manager@salon.example";
        settings["Provisioning:Users:1:Password"] = "manager1";
        settings["Provisioning:Users:1:Role"] = "manager";
        settings["Provisioning:Users:1:Branches:0"] = "north";
        await using var host = await AccessHost.StartAsync(settings);
        using var visitor = host.Browse();
        using var signedIn = await visitor.SignInAsync("manager@salon.example", "manager1");

        var viewer = await visitor.ReadAsync("/test/viewer");
        using var closed = await visitor.GetAsync("/test/people");

        Assert.Contains("\"branches\":[\"north\"]", viewer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        var manager = new Viewer("1", "", "", "manager", ["north"]);
        Assert.True(manager.MaySee("north"));
        Assert.False(manager.MaySee("center"));
        Assert.False(manager.MaySee(null));
    }

    [Fact]
    public async Task An_invited_person_must_choose_a_password_of_their_own_before_anything_opens()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        var invited = await owner.Get<InvitePerson>().HandleAsync("new@salon.example", "New", "auditor", [], Cancel);
        using var visitor = host.Browse();

        using var first = await visitor.SignInAsync("new@salon.example", invited.Value!);
        var ticketed = visitor.Target(first);
        using var tooShort = await visitor.SubmitAsync(ticketed, ("NewPassword", "short"));
        using var chosen = await visitor.SubmitAsync(ticketed, ("NewPassword", "a phrase of words"));
        using var opened = await visitor.GetAsync("/test/viewer");
        using var second = host.Browse();
        using var reused = await second.SubmitAsync(ticketed, ("NewPassword", "another phrase of words"));

        Assert.StartsWith("/password?ticket=", ticketed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, tooShort.StatusCode);
        Assert.Equal("/", visitor.Target(chosen));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Null(second.Cookies["ad-auth"]);
        Assert.Equal(HttpStatusCode.OK, reused.StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_once_with_their_open_pages()
    {
        var settings = AccessHost.Provisioned();
        settings["Provisioning:Users:1:Email"] = "second@salon.example";
        settings["Provisioning:Users:1:Password"] = "second owner";
        settings["Provisioning:Users:1:Role"] = "owner";
        await using var host = await AccessHost.StartAsync(settings);
        using var visitor = host.Browse();
        using var signedIn = await visitor.SignInAsync("second@salon.example", "second owner");
        await using var circuit = await OwnerScope.OpenAsync(host, "second@salon.example");
        await using var owner = await OwnerScope.OpenAsync(host);

        var refusal = await owner.Get<ChangePerson>().SetDisabledAsync(circuit.UserId, isDisabled: true, Cancel);
        using var after = await visitor.GetAsync("/test/viewer");

        Assert.Null(refusal);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => circuit.Get<ICurrentViewer>().GetAsync());
    }

    [Fact]
    public async Task The_last_owner_can_neither_be_disabled_nor_become_something_else()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);

        var disabled = await owner.Get<ChangePerson>().SetDisabledAsync(owner.UserId, isDisabled: true, Cancel);
        var changed = await owner.Get<ChangePerson>().SetRoleAsync(owner.UserId, "auditor", [], Cancel);

        Assert.Equal("owner.last", disabled?.Code);
        Assert.Equal("owner.last", changed?.Code);
    }

    [Fact]
    public async Task Nobody_but_an_owner_changes_people_whatever_the_page_shows()
    {
        var settings = AccessHost.Provisioned();
        settings["Provisioning:Users:1:Email"] = "auditor@salon.example";
        settings["Provisioning:Users:1:Password"] = "auditor1";
        settings["Provisioning:Users:1:Role"] = "auditor";
        await using var host = await AccessHost.StartAsync(settings);
        await using var auditor = await OwnerScope.OpenAsync(host, "auditor@salon.example");

        var invited = await auditor.Get<InvitePerson>().HandleAsync("x@salon.example", "X", "owner", [], Cancel);
        var changed = await auditor.Get<ChangePerson>().SetRoleAsync(auditor.UserId, "owner", [], Cancel);

        Assert.Equal("forbidden", invited.Refusal?.Code);
        Assert.Equal("forbidden", changed?.Code);
    }
}
