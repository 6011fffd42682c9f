using AuditDashboard.Channels.Connect.Guides;
using AuditDashboard.Channels.Endpoints;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>The third step: what is ours to give, once; what to do in the channel's cabinet; a program that calls.</summary>
public sealed partial class SecretStep
{
    private IReadOnlyList<WebCall> _calls = [];
    private string _tongue = Snippets.Tongues[0];
    private string? _call;

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    /// <summary>The whole address.</summary>
    [Parameter, EditorRequired] public string Address { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyDictionary<string, string> Members { get; set; } = default!;

    [Parameter] public EventCallback OnNext { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private bool IsKey => Kind == Connection.ByKey;

    private KindGuide? Guide => KindGuide.Of(Kind);

    private IReadOnlyList<WebCall> Calls => _calls;

    private WebCall? Chosen => _calls.FirstOrDefault(call => call.Key == _call) ?? (_calls is [var first, ..] ? first : null);

    private string Code => Chosen is { } call
        ? CallSnippets.In(_tongue, call)
        : Snippets.Of(Kind, _tongue, Address, Members.GetValueOrDefault(EndpointShape.Secret, ""), Text["TrialText"]);

    /// <summary>What the owner takes away: the secrets that were made here, and the address where that is one.</summary>
    private IEnumerable<(string Id, string Label, string Value)> Shown
    {
        get
        {
            if (EndpointShape.Of(Kind) is not { } shape)
            {
                return [("wizard-secret", Text["KeyOnce"], Members[EndpointShape.Secret])];
            }

            if (shape.SecretInPath)
            {
                return [("wizard-address", KindWords.Get("WholeAddress"), Address)];
            }

            return shape.Members.Where(member => member.IsMade)
                .Select(member => (member.Name == EndpointShape.Secret ? "wizard-secret" : $"wizard-{member.Name}", KindWords.Member(member.Name), Members[member.Name]));
        }
    }

    // Once: a trial that changed its number with every click could not be copied and looked at.
    protected override void OnInitialized() => _calls = Guide?.Calls(new GuideInput(Address, Members, Clock.GetUtcNow())) ?? [];
}
