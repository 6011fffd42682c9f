namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>One bench a kind for all tests of a class: a host takes its time to start. Each test gets it rested and with nothing on its books.</summary>
public sealed class Benches : IAsyncDisposable
{
    private readonly Dictionary<string, SendingBench> _all = [];

    internal async Task<SendingBench> OfAsync(string kind)
    {
        if (!_all.TryGetValue(kind, out var bench))
        {
            _all[kind] = bench = await SendingBench.StartAsync(kind);
        }

        bench.Rest();
        return bench;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _all.Values)
        {
            await bench.DisposeAsync();
        }
    }
}
