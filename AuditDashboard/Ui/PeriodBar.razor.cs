using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ui;

/// <summary>Today | 7 days | 30 days, and a range of one's own. Keeps every other part of the address.</summary>
public sealed partial class PeriodBar
{
    private const string PopoverId = "period-range";
    private DateOnly _from;
    private DateOnly _to;
    private Period? _seen;

    [Parameter, EditorRequired] public Period Value { get; set; } = default!;

    /// <summary>Today's date in the salon.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private string Range => Dates.Range(Value.First, Value.Last);

    protected override void OnParametersSet()
    {
        if (_seen != Value)
        {
            (_seen, _from, _to) = (Value, Value.First, Value.Last);
        }
    }

    private string Link(string preset) => Address(preset, null, null);

    private string Address(string? preset, string? from, string? to) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["period"] = preset, ["from"] = from, ["to"] = to });

    private static string PresetKey(string preset) => preset switch
    {
        "day" => "PeriodDay",
        "week" => "PeriodWeek",
        _ => "PeriodMonth",
    };

    private void Apply()
    {
        var (first, last) = _from <= _to ? (_from, _to) : (_to, _from);
        Navigation.NavigateTo(Address(null, Period.Iso(first), Period.Iso(last)));
    }
}
