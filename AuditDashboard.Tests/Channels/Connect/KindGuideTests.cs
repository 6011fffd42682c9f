using System.Net;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Connect.Guides;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditDashboard.Tests.Channels.Connect;

/// <summary>Every kind, from what the owner types to the trial call that its own adapter takes.</summary>
public sealed class KindGuideTests : IngestTests
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["ConfirmationCode"] = "abc123de", ["AppSecret"] = "0123456789abcdef", ["ApiKey"] = "vpbx-key", ["ApiSalt"] = "vpbx-salt", ["ApplicationToken"] = "b24-token",
        ["GroupId"] = "77", ["CompanyId"] = "4411", ["InstanceId"] = "1101",
    };

    public static TheoryData<string> Kinds => [.. EndpointShape.All.Select(shape => shape.Kind).Where(kind => kind != "events")];

    [Fact]
    public void Every_kind_of_the_contract_can_be_connected_and_has_its_guide()
    {
        Assert.Equal(ChannelKinds.Foreseen.Order(), EndpointShape.All.Select(shape => shape.Kind).Order());
        Assert.Equal(ChannelKinds.Foreseen.Order(), KindGuide.All.Select(guide => guide.Kind).Order());
        Assert.All(KindGuide.All, guide => Assert.All(Enumerable.Range(1, guide.Steps), step => Assert.NotEmpty(KindWords.Step(guide.Kind, step))));
        Assert.All(EndpointShape.All.SelectMany(shape => shape.Typed), member => Assert.NotEqual(member.Name, KindWords.Member(member.Name)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_trial_call_is_taken_stored_once_and_counts_as_nobodys_message(string kind)
    {
        var (endpoint, input) = await MakeAsync(kind);
        var trial = KindGuide.Of(kind)!.Calls(input).Single(call => call.Key == WebCall.Trial);

        var answers = new[] { await SendAsync(trial), await SendAsync(trial) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var stored = Assert.Single(await Host.EventsAsync(), stored => stored.Endpoint == endpoint);
        Assert.Null(stored.SessionId);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_trial_with_another_secret_is_refused(string kind)
    {
        var (endpoint, input) = await MakeAsync(kind);
        var other = input with { Members = input.Members.ToDictionary(member => member.Key, member => member.Value + "x"), Address = input.Address + "x" };
        var trial = KindGuide.Of(kind)!.Calls(EndpointShape.Of(kind)!.SecretInPath ? other : other with { Address = input.Address }).Single(call => call.Key == WebCall.Trial);

        var answer = await SendAsync(trial);

        Assert.True(answer is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{kind}: {answer}");
        Assert.DoesNotContain(await Host.EventsAsync(), stored => stored.Endpoint == endpoint);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_call_in_our_own_tongue_compiles_and_none_breaks_a_shell(string kind)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal)).Select(file => MetadataReference.CreateFromFile(file));
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Net.Http; global using System.Threading.Tasks;", cancellationToken: Cancel);
        var members = new NewEndpoint("x", kind, "salon-bot", null, Typed).Members();

        foreach (var call in KindGuide.Of(kind)!.Calls(new GuideInput("https://salon.example/hooks/x", members, Host.Clock.GetUtcNow())))
        {
            var code = CallSnippets.In(Snippets.Sharp, call);
            var program = CSharpCompilation.Create(
                "trial", [CSharpSyntaxTree.ParseText(code, cancellationToken: Cancel), usings], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
            Assert.Empty(program.GetDiagnostics(Cancel).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}\n{code}"));
            Assert.DoesNotContain('\'', call.Body);
            Assert.All(Snippets.Tongues, tongue => Assert.Contains(call.Address, CallSnippets.In(tongue, call), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("mango", "ApiSalt", "", "member.missing")]
    [InlineData("vk", "GroupId", "club77", "member.invalid")]
    [InlineData("vk", "Secret", "с пробелом", "member.invalid")]
    [InlineData("whatsapp", "AppSecret", "два слова", "member.invalid")]
    [InlineData("max", "ApiBaseUrl", "ftp://relay", "member.invalid")]
    public void What_the_owner_mistyped_is_named(string kind, string member, string value, string code)
    {
        var typed = new Dictionary<string, string>(Typed) { [member] = value };

        var refusal = new NewEndpoint("x", kind, "salon-bot", null, typed).Judge();

        Assert.Equal((code, member), (refusal?.Code, refusal?.Arguments[0]));
    }

    [Fact]
    public async Task A_key_of_the_channel_is_entered_anew_and_the_rest_stays()
    {
        var (endpoint, input) = await MakeAsync("whatsapp");
        var connecting = new Connecting(Host, SignedIn.Owner);

        Assert.Equal("kind.unknown", (await connecting.Change.RotateAsync(endpoint, Cancel)).Refusal?.Code);
        Assert.Null(await connecting.Change.EnterAsync(endpoint, new Dictionary<string, string> { ["AppSecret"] = " fedcba9876543210 ", ["AccessToken"] = "" }, Cancel));

        var now = Host.Get<IChannelEndpoints>().Find(endpoint)!;
        Assert.Equal(("fedcba9876543210", input["VerifyToken"]), (now.Member("AppSecret"), now.Member("VerifyToken")));
        Assert.Equal([$"endpoint.entered {endpoint}"], connecting.Journal.Entries);
        Assert.Equal("forbidden", (await new Connecting(Host, SignedIn.Manager).Change.EnterAsync(endpoint, new Dictionary<string, string> { ["AppSecret"] = "0" }, Cancel))?.Code);
    }

    private async Task<(string Endpoint, GuideInput Input)> MakeAsync(string kind)
    {
        var made = await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(new NewEndpoint($"{kind}-new", kind, "salon-bot", null, Typed), Cancel);
        var address = new Uri(Host.Address, $"/hooks/{kind}-new").ToString();
        var whole = EndpointShape.Of(kind)!.SecretInPath ? $"{address}/{made.Value!["Secret"]}" : address;
        return ($"{kind}-new", new GuideInput(whole, made.Value!, Host.Clock.GetUtcNow()));
    }

    private async Task<HttpStatusCode> SendAsync(WebCall call)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Address) { Content = new StringContent(call.Body, System.Text.Encoding.UTF8, call.ContentType) };
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return (await Host.Anyone.SendAsync(request, Cancel)).StatusCode;
    }
}
