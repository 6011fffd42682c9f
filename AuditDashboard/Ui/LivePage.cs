using System.Globalization;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Ui;

/// <summary>
/// A page that reads itself again when a <see cref="Pulse{T}"/> it follows is sent: soon after the first news, then at most once a second; every two
/// while reading is slow, since the server then has better things to do (it stores the events of which the page would show a sum).
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FarApart = TimeSpan.FromSeconds(2);

    /// <summary>Times as long as it took to read, a page rests.</summary>
    private const int Rest = 20;

    // A token source may be gone when a late task asks for its token, so the token is kept.
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<IDisposable> _listening = [];
    private readonly (CultureInfo Formats, CultureInfo Words) _viewer = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private long _lastRead = long.MinValue;
    private TimeSpan _took;
    private int _queued;

    protected LivePage() => Leaving = _leaving.Token;

    [Inject] protected TimeProvider Clock { get; set; } = default!;

    /// <summary>Cancelled when the viewer leaves the page.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>Calls <paramref name="read"/> on the page's own thread after news that concerns it; then renders.</summary>
    protected void Refresh<T>(Pulse<T> pulse, Func<T, bool> when, Func<Task> read) =>
        _listening.Add(pulse.Listen(change =>
        {
            if (!Leaving.IsCancellationRequested && when(change) && Interlocked.Exchange(ref _queued, 1) == 0)
            {
                _ = InvokeAsync(() => ReadSoonAsync(read));
            }
        }));

    /// <summary>Calls <paramref name="read"/> at each <paramref name="tick"/> while the viewer is here, and renders: for what changes without news. Begun after the first render.</summary>
    protected void Every(TimeSpan tick, Func<Task> read) => _ = WhileHereAsync(async () =>
    {
        using var timer = new PeriodicTimer(tick, Clock);
        while (await timer.WaitForNextTickAsync(Leaving))
        {
            await read();
            StateHasChanged();
        }
    });

    private async Task ReadSoonAsync(Func<Task> read)
    {
        // The news arrives on the sender's thread, which may speak another language.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _viewer;
        await WhileHereAsync(async () =>
        {
            await Task.Delay(Wait(), Clock, Leaving);
            _lastRead = Clock.GetTimestamp();
            Interlocked.Exchange(ref _queued, 0);
            await read();
            _took = Clock.GetElapsedTime(_lastRead);
            StateHasChanged();
        });
    }

    private async Task WhileHereAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
        catch (Exception problem)
        {
            await DispatchExceptionAsync(problem);
        }
    }

    private TimeSpan Wait()
    {
        var since = _lastRead == long.MinValue ? Apart : Clock.GetElapsedTime(_lastRead);
        var apart = TimeSpan.FromTicks(Math.Clamp(_took.Ticks * Rest, Apart.Ticks, FarApart.Ticks));
        var rest = apart - since;
        return rest > Soon ? rest : Soon;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _listening.ForEach(listening => listening.Dispose());
        _leaving.Dispose();
    }
}
