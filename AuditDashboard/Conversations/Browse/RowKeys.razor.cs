using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Keys of the list.</summary>
public sealed partial class RowKeys : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private bool _gone;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Conversations/Browse/RowKeys.razor.js");
            _keys = await _module.InvokeAsync<IJSObjectReference>("create");
        }
        catch (JSDisconnectedException)
        {
            // The viewer left while the script was on its way.
        }

        if (_gone)
        {
            await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("dispose");
                await _keys.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The viewer left; the browser has cleaned up.
        }
    }
}
