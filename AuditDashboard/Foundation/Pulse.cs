using System.Collections.Immutable;

namespace AuditDashboard.Foundation;

/// <summary>Tells every listener in this process that <typeparamref name="T"/> changed. News may be lost: listeners re-read.</summary>
public sealed class Pulse<T>
{
    private ImmutableList<Action<T>> _listeners = [];

    /// <summary>Hears every later <see cref="Send"/> on the sender's thread, until the result is disposed.</summary>
    public IDisposable Listen(Action<T> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, list => list.Add(listener));
        return new Registration(() => ImmutableInterlocked.Update(ref _listeners, list => list.Remove(listener)));
    }

    public void Send(T change)
    {
        foreach (var listener in _listeners)
        {
            listener(change);
        }
    }

    private sealed class Registration(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
