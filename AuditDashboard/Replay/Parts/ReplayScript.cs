using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AuditDashboard.Replay.Parts;

/// <summary>The playing half of the replay, which lives in the browser: one array at the start, one more when the dialog grew.</summary>
/// <param name="page">Asked for the part of a long dialog that is not on the page.</param>
internal sealed class ReplayScript(IJSRuntime js, ReplayPage page) : IAsyncDisposable
{
    private readonly DotNetObjectReference<ReplayPage> _page = DotNetObjectReference.Create(page);
    private IJSObjectReference? _module;
    private IJSObjectReference? _player;
    private bool _gone;

    public bool IsRunning => _player is not null;

    /// <param name="chosen">Seq to scroll to at the start.</param>
    public async Task StartAsync(ElementReference root, Timeline timeline, DialogWords words, long? chosen)
    {
        try
        {
            _module ??= await js.InvokeAsync<IJSObjectReference>("import", "./Replay/ReplayPage.razor.js");
            if (!_gone)
            {
                _player = await _module.InvokeAsync<IJSObjectReference>(
                    "create", root, _page, Spoken(words), Marks(timeline, words), timeline.Length, chosen);
            }
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

    public async Task UpdateAsync(Timeline timeline, DialogWords words)
    {
        try
        {
            if (_player is { } player)
            {
                await player.InvokeVoidAsync("update", Marks(timeline, words), timeline.Length);
            }
        }
        catch (JSDisconnectedException)
        {
            // The viewer left.
        }
    }

    public async Task StopAsync()
    {
        if (_player is not { } player)
        {
            return;
        }

        _player = null;
        try
        {
            await player.InvokeVoidAsync("dispose");
            await player.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The viewer left; the browser has cleaned up.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await StopAsync();
        _page.Dispose();
        if (_module is not { } module)
        {
            return;
        }

        _module = null;
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The viewer left; the browser has cleaned up.
        }
    }

    private static object Spoken(DialogWords words) => new
    {
        Play = words["Play"].Value,
        Pause = words["Pause"].Value,
        EventOf = words["EventOf"].Value,
        EventOfAt = words["EventOfAt"].Value,
        Fresh = words["NewMessages"].Value,
        Copied = words["Copied"].Value,
    };

    private static object[] Marks(Timeline timeline, DialogWords words) =>
        [.. timeline.Items.Select(item => new { s = item.Seq, c = Math.Round(item.Position, 3), t = words.Clock(item.At) })];
}
