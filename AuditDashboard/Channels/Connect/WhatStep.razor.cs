using AuditDashboard.Access;
using AuditDashboard.Channels.Endpoints;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>The first step: what is connected, and for which assistant.</summary>
public sealed partial class WhatStep
{
    private static readonly string[] Kinds = [Connection.ByKey, .. EndpointShape.All.Select(shape => shape.Kind)];

    private string? _problem;

    [Parameter, EditorRequired] public ConnectDraft Draft { get; set; } = default!;

    [Parameter] public EventCallback OnNext { get; set; }

    [Inject] private IBranchList Branches { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private void Choose(string kind)
    {
        // What was typed for another kind is none of this one's.
        Draft.Typed.Clear();
        Draft.Kind = kind;
    }

    private async Task NextAsync()
    {
        _problem = NewEndpoint.IsBotName(Draft.Bot.Trim()) ? null : Text["Refusal_bot_invalid"].Value;
        if (_problem is null)
        {
            await OnNext.InvokeAsync();
        }
    }
}
