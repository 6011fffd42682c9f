using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>One service on loopback, over real HTTP, with a script of what goes wrong.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly IEmulatedService _service;
    private FakeServer _server = null!;

    private Emulator(IEmulatedService service) => _service = service;

    public string Address => _server.Address;

    public List<FakeServer.Call> Calls => [.. _server.Calls];

    /// <summary>For the next calls, in their order; afterwards <see cref="Always"/>.</summary>
    public ConcurrentQueue<Fault> Faults { get; } = new();

    public Fault? Always { get; set; }

    public Book Accepted { get; } = new();

    public static async Task<Emulator> StartAsync(IEmulatedService service)
    {
        var emulator = new Emulator(service);
        emulator._server = await FakeServer.StartAsync(emulator.AnswerAsync);
        return emulator;
    }

    /// <summary>The body of the last call.</summary>
    public string LastBody => Encoding.UTF8.GetString(_server.Calls.Last().Body);

    public void Forget()
    {
        _server.Calls.Clear();
        Faults.Clear();
        Accepted.Clear();
        Always = null;
    }

    public async Task UntilCalledAsync(int times)
    {
        while (_server.Calls.Count < times)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, FakeServer.Call call)
    {
        var fault = Faults.TryDequeue(out var scripted) ? scripted : Always;
        var (status, body) = fault is { How: Fault.Way.Answer } ? (fault.Status, fault.Body) : _service.Answer(call, Accepted);
        switch (fault?.How)
        {
            case Fault.Way.AcceptAndHang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case Fault.Way.AcceptAndDrop:
                context.Abort();
                return;
            case Fault.Way.AcceptAndStop:
                context.Response.ContentLength = body.Length + 10;
                await context.Response.WriteAsync(body[..(body.Length / 2)]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
        }

        (context.Response.StatusCode, context.Response.ContentType) = (status, body.StartsWith('<') ? "text/html" : "application/json");
        if (fault?.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What the service took, in its order.</summary>
    internal sealed class Book
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _keys = [];
        private readonly List<(string Chat, string Text)> _all = [];

        public IReadOnlyList<(string Chat, string Text)> All
        {
            get
            {
                lock (_lock)
                {
                    return [.. _all];
                }
            }
        }

        public void Clear()
        {
            lock (_lock)
            {
                _keys.Clear();
                _all.Clear();
            }
        }

        /// <summary>Its number, and whether it was there already under this key; null as a key takes everything.</summary>
        public (int Number, bool IsRepeat) Add(string chat, string text, string? key = null)
        {
            lock (_lock)
            {
                if (key is not null && _keys.TryGetValue(key, out var known))
                {
                    return (known, true);
                }

                _all.Add((chat, text));
                if (key is not null)
                {
                    _keys[key] = _all.Count;
                }

                return (_all.Count, false);
            }
        }
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
