using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>The quick filters with their counters; links, so that back works and a filter can be sent to a colleague.</summary>
public sealed partial class FilterChips
{
    /// <summary>The chip in force; null = all.</summary>
    [Parameter] public string? Outcome { get; set; }

    [Parameter] public IReadOnlyDictionary<string, int>? Counts { get; set; }

    /// <summary>How many filters behind the last chip are set.</summary>
    [Parameter] public int Narrowing { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private string Link(string? chip) => Navigation.GetUriWithQueryParameter("f", chip);

    private static string Key(string chip) => "Chip" + char.ToUpperInvariant(chip[0]) + chip[1..];
}
