using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class OutsideRulesTests
{
    [Fact]
    public void Pages_load_nothing_from_outside() =>
        Verdict.IsClean(Repository.Read("AuditDashboard", ".razor", ".css", ".js", ".html", ".svg", ".webmanifest").SelectMany(OutsideRules.Broken));

    [Theory]
    [InlineData("<script src=\"https://cdn.example.com/x.js\"></script>")]
    [InlineData("<img src='//cdn.example.com/x.png'>")]
    [InlineData("@import url(//fonts.example.com/css);")]
    [InlineData("new WebSocket('wss://live.example.com')")]
    public void Another_host_is_refused(string text) => Assert.Single(OutsideRules.Broken(new SourceFile("AuditDashboard/wwwroot/x.html", text)));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [InlineData("// a comment, e.g. about css")]
    [InlineData("<a href=\"/dialogs\">")]
    public void Our_own_addresses_pass(string text) => Assert.Empty(OutsideRules.Broken(new SourceFile("AuditDashboard/wwwroot/x.html", text)));
}
