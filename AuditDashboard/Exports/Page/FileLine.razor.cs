using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Exports.Page;

/// <summary>One file: what is in it, whose it is, how far it is, what can be done with it.</summary>
public sealed partial class FileLine
{
    [Parameter, EditorRequired] public ReportFile File { get; set; } = default!;

    [Parameter] public EventCallback OnCancel { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<ExportsText> Text { get; set; } = default!;

    private string Range => File is { From: { } from, To: { } to } ? Dates.Range(Salon.DateOf(from), Salon.DateOf(to.AddMilliseconds(-1))) : Text["AllTime"];

    private string Narrowed => string.Join(", ", new[]
    {
        File.Branch.Length > 0 ? File.Branch : null,
        File.Channel is { } channel ? ChannelNames.Of(channel) : null,
        Text[File.MasksPhones ? "PhonesMasked" : "PhonesFull"].Value,
    }.OfType<string>());

    private string Until => $"{Dates.Day(Salon.DateOf(File.KeptUntil))}, {Dates.Time(Salon, File.KeptUntil)}";
}
