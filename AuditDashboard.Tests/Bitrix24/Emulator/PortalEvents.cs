using System.Collections.Concurrent;
using System.Globalization;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Outgoing webhooks (section 9): a form with an id and no values, posted once, in whatever order the test wants.</summary>
internal sealed class PortalEvents(TimeProvider time) : IDisposable
{
    public const string Token = "51856fefc120afa4b628cc82d3935cce";

    private readonly ConcurrentQueue<Dictionary<string, string>> _waiting = new();

    /// <summary>What posts them.</summary>
    public HttpClient Client { get; set; } = new();

    /// <summary>Where they go; null sends none.</summary>
    public Uri? Handler { get; set; }

    public int Waiting => _waiting.Count;

    public void Note(string entity, string happened, long id)
    {
        if (Handler is not null)
        {
            _waiting.Enqueue(new Dictionary<string, string>
            {
                ["event"] = $"ONCRM{entity}{happened}", ["event_handler_id"] = "975", ["data[FIELDS][ID]"] = id.ToString(CultureInfo.InvariantCulture),
                ["ts"] = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ["auth[domain]"] = "salon.bitrix24.ru", ["auth[member_id]"] = "a223c6b3",
                ["auth[application_token]"] = Token,
            });
        }
    }

    /// <summary>Posts what waits, each once whatever the answer.</summary>
    /// <param name="seed">Shuffles them; null keeps the order.</param>
    public async Task<int> ReleaseAsync(int? seed, CancellationToken cancel)
    {
        var forms = new List<Dictionary<string, string>>();
        while (_waiting.TryDequeue(out var form))
        {
            forms.Add(form);
        }

        var order = forms.ToArray();
        if (seed is { } number)
        {
            new Random(number).Shuffle(order);
        }

        foreach (var form in order)
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await Client.PostAsync(Handler, content, cancel);
        }

        return order.Length;
    }

    public void Dispose() => Client.Dispose();
}
