using System.Globalization;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Access.Journal;

/// <summary>Who did or looked at what: an owner sees everything, everybody else their own.</summary>
public sealed partial class JournalPage
{
    private Virtualize<JournalLine>? _list;
    private IReadOnlyList<(string Who, string Name)> _people = [];
    private bool _seesAll;
    private string? _shown;

    [SupplyParameterFromQuery(Name = "who")] private string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "what")] private string? What { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    /// <summary>Id of a client: who looked at them.</summary>
    [SupplyParameterFromQuery(Name = "client")] private string? Client { get; set; }

    [Inject] private JournalQuery Query { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private Pulse<JournalGrew> Grew { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<AccessText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _seesAll = (await Viewers.GetAsync()).IsOwner;
        if (_seesAll)
        {
            _people = await Query.PeopleAsync(Leaving);
        }

        Refresh(Grew, _ => true, ReadAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        var asked = string.Join('&', Who, What, From, To, Client);
        if (_shown is not null && _shown != asked)
        {
            await ReadAsync();
        }

        _shown = asked;
    }

    private JournalFilter Filter => new(Some(Who), Some(What), Start(From, 0), Start(To, 1), Some(Client));

    private string FileAddress => JournalExport.AddressOf(Filter, From, To);

    private static string Origin(JournalLine line) =>
        string.Join(" · ", new[] { line.Address, line.Device }.Where(part => part.Length > 0));

    private Task ReadAsync() => _list?.RefreshDataAsync() ?? Task.CompletedTask;

    private void Go(string name, object? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, value is string { Length: > 0 } text ? text : null), replace: true);

    private async ValueTask<ItemsProviderResult<JournalLine>> LoadAsync(ItemsProviderRequest request)
    {
        var (lines, total) = await Query.RunAsync(Filter, request.StartIndex, request.Count, request.CancellationToken);
        return new ItemsProviderResult<JournalLine>(lines, total);
    }

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private DateTimeOffset? Start(string? date, int later) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Salon.StartOf(day.AddDays(later)) : null;
}
