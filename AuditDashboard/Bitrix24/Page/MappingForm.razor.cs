using AuditDashboard.Bitrix24.Sending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Which of our facts goes into which field and stage of the portal.</summary>
public sealed partial class MappingForm
{
    private static readonly string[] Events = ["booking.created", "booking.confirmed", "booking.declined", "booking.cancelled", "booking.attended", "booking.no_show"];
    private static readonly string[] Channels = ["telegram", "whatsapp", "instagram", "max", "vk", "phone", "web"];

    private string _comments = "digest";
    private string _duplicates = "attach";
    private string _target = "auto";
    private bool _payments;
    private long? _resource;
    private Dictionary<string, string> _stages = [];
    private Dictionary<string, string> _sources = [];
    private Dictionary<string, string> _fields = [];
    private MappingView? _taken;

    [Parameter, EditorRequired] public MappingView Mapping { get; set; } = default!;

    [Parameter] public EventCallback<MappingView> OnSave { get; set; }

    [Inject] private IStringLocalizer<Bitrix24Text> Text { get; set; } = default!;

    private static IReadOnlyList<(string Fact, string Own)> Facts => LeadFields.Own;

    // What is being typed is not overwritten by news; only another portal or the first look fills the form.
    protected override void OnParametersSet()
    {
        if (_taken is not null && _taken.AllStages.Count == Mapping.AllStages.Count)
        {
            return;
        }

        _taken = Mapping;
        (_comments, _duplicates, _target, _payments, _resource) = (Mapping.Comments, Mapping.Duplicates, Mapping.Target, Mapping.TakesPayments, Mapping.BookingResource);
        (_stages, _sources, _fields) = (new(Mapping.LeadStages), new(Mapping.Sources), new(Mapping.Fields));
    }

    private static string Chosen(ChangeEventArgs change) => change.Value as string ?? "";

    private Task SaveAsync() => OnSave.InvokeAsync(Mapping with
    {
        Comments = _comments, Duplicates = _duplicates, Target = _target, TakesPayments = _payments, BookingResource = _resource, LeadStages = _stages, Sources = Filled(_sources), Fields = Filled(_fields),
    });

    private static Dictionary<string, string> Filled(Dictionary<string, string> map) => map.Where(pair => pair.Value.Trim().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value.Trim());
}
