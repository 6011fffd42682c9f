using System.Text;
using AuditDashboard.Tests.Bitrix24.Emulator;

namespace AuditDashboard.Tests.Bitrix24.Sending;

/// <summary>Many leads through a portal on which everything goes wrong, and a portal that is away for six hours.</summary>
public sealed class LongRunTests(ITestOutputHelper output) : BitrixTests
{
    private const int Leads = 500;

    [Fact]
    public async Task Five_hundred_leads_arrive_once_each_and_in_order_through_every_fault_and_three_deaths()
    {
        var random = new Random(24);
        Salon.Portal.Faults.Rule = (method, _) => method == "profile" ? null : Fault(random);
        for (var n = 1; n <= Leads; n++)
        {
            await Salon.PostAsync(
                BitrixSalon.Message(n), BitrixSalon.Lead(n), BitrixSalon.Event($"x{n}", "session.closed", n), BitrixSalon.Event($"m{n}", "message.received", n, "\"text\":\"Ещё\""),
                BitrixSalon.Event($"y{n}", "session.closed", n));
        }

        foreach (var death in new[] { 40, 90, 160 })
        {
            await DieAfterAsync(death);
        }

        var took = await Salon.SettleAsync(step: 10_000);
        var refused = (await Salon.StatusAsync()).Dead;
        while ((await Salon.StatusAsync()).Dead > 0)
        {
            // One in ten thousand meets a fault six times running: nothing is given up, an owner sends it again.
            await Salon.RetryAllAsync();
            took += await Salon.SettleAsync(step: 10_000);
        }

        var rows = await Salon.RowsAsync();
        output.WriteLine(
            $"{Leads} leads, {rows.Count} deliveries, {Salon.Portal.Calls.Count} calls, {took} of the clock, {Salon.Portal.Limits.Refused} over the limit, " +
            $"{refused} sent again by a person, {rows.Sum(row => row.Attempts)} tries that counted");
        Assert.Equal(Leads, Salon.Portal.State.Leads.Count);
        Assert.Equal(Leads, Salon.Portal.State.Leads.Values.Select(lead => lead["originId"].Text()).Distinct().Count());
        Assert.All(rows, row => Assert.Equal("done", row.State));
        var comments = Salon.Portal.State.Comments.GroupBy(comment => comment["ENTITY_ID"].Text()).ToList();
        Assert.Equal((Leads, 2 * Leads), (comments.Count, Salon.Portal.State.Comments.Count));
        Assert.All(comments, lead => Assert.Equal(lead.Select(Mark).Order(StringComparer.Ordinal), lead.Select(Mark)));
    }

    [Fact]
    public async Task A_portal_that_is_away_for_six_hours_is_left_in_peace_and_then_filled_at_its_own_pace()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1000));
        await Salon.SettleAsync();
        var back = Salon.Host.Clock.GetUtcNow() + TimeSpan.FromHours(6);
        Salon.Portal.Faults.Rule = (_, call) => Salon.Host.Clock.GetUtcNow() >= back ? null : call % 2 == 0 ? PortalFault.BadGateway : new PortalFault.DropBeforeExecute();
        for (var n = 1; n <= 100; n++)
        {
            await Salon.PostAsync(BitrixSalon.Lead(n));
        }

        var slowest = TimeSpan.Zero;
        for (var turn = 0; Salon.Host.Clock.GetUtcNow() < back; turn++)
        {
            // Bots and the page go on as ever while the portal is being tried.
            var (sending, began) = (Salon.SendAsync(), TimeProvider.System.GetTimestamp());
            await Salon.PostAsync(BitrixSalon.Event($"meanwhile-{turn}", "message.received", 1, "\"text\":\"Ещё\""));
            Assert.InRange((await Salon.StatusAsync()).Queue, 100, 100);
            slowest = TimeProvider.System.GetElapsedTime(began) is var one && one > slowest ? one : slowest;
            var wait = await sending ?? TimeSpan.FromSeconds(5);
            Salon.Host.Clock.Advance(wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1));
        }

        var asked = Salon.Portal.Calls.Count;
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"{slowest}");
        Assert.Equal(100, (await Salon.StatusAsync()).Queue);
        var took = await Salon.SettleAsync();
        var calls = Salon.Portal.Calls.Count - asked;
        output.WriteLine($"6 h away: {asked} calls heard meanwhile, an event and the state of the page took {slowest.TotalMilliseconds:0} ms at most; then {calls} calls in {took}, {calls / took.TotalSeconds:0.00} a second, {Salon.Portal.Limits.Refused} over the limit");
        Assert.Equal((101, 0), (Salon.Portal.State.Leads.Count, Salon.Portal.Limits.Refused));
        Assert.InRange(took.TotalSeconds, (calls - 50) / 2.0, ((calls - 40) / 2.0) + 60);
        Assert.All(await Salon.RowsAsync(), row => Assert.Equal("done", row.State));
    }

    [Fact]
    public async Task The_webhooks_secret_is_nowhere_to_be_read()
    {
        var secret = Salon.Portal.State.Secret;
        Salon.Portal.Faults.On("crm.item.add", 1, new PortalFault.Reply(400, $$"""{"error":"ERROR_CORE","error_description":"Call of /rest/1/{{secret}}/crm.item.add failed"}"""));
        Salon.Portal.Faults.On("crm.item.add", 2, new PortalFault.ExecuteThenDrop());
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Lead(2));
        await Salon.SettleAsync();
        Salon.Portal.State.Secret = "other0other0other";
        await Salon.PostAsync(BitrixSalon.Lead(3));
        await Salon.SendAsync();
        var status = System.Text.Json.JsonSerializer.Serialize(await Salon.StatusAsync());

        await Salon.RestartAsync();

        var files = Directory.GetFiles(Salon.Host.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => Encoding.Latin1.GetString(Read(file)));
        Assert.DoesNotContain(Salon.Log.All.Concat(files).Append(status), text => text.Contains(secret, StringComparison.Ordinal));
        Assert.Contains("••••", (await Salon.RowsAsync()).First(row => row.State == "dead").Words, StringComparison.Ordinal);
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Mark(System.Text.Json.Nodes.JsonObject comment) => comment["COMMENT"].Text().Split("[AD#")[1];

    private static PortalFault? Fault(Random random)
    {
        double lot;
        lock (random)
        {
            lot = random.NextDouble();
        }

        return lot switch
        {
            < 0.03 => new PortalFault.ExecuteThenDrop(), < 0.05 => new PortalFault.DropBeforeExecute(), < 0.07 => new PortalFault.ExecuteThenGatewayPage(), < 0.09 => new PortalFault.Truncate(),
            < 0.11 => PortalFault.TooMany, < 0.115 => PortalFault.Budget, < 0.13 => PortalFault.Internal, < 0.14 => PortalFault.BadGateway, _ => null,
        };
    }

    /// <summary>The process ends in the middle of a send, and starts again on its file.</summary>
    private async Task DieAfterAsync(int more)
    {
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var until = Salon.Portal.Calls.Count + more;
        var host = Salon.Host;
        try
        {
            while (Salon.Portal.Calls.Count < until)
            {
                var sending = host.Get<AuditDashboard.Bitrix24.Sending.SendOutbox>().HandleAsync(death.Token);
                while (!sending.IsCompleted && Salon.Portal.Calls.Count < until)
                {
                    await Task.Delay(1, Cancel);
                }

                if (!sending.IsCompleted)
                {
                    await death.CancelAsync();
                }

                host.Clock.Advance(await sending is { } wait && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1));
            }
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            // That was its death.
        }

        await Salon.RestartAsync();
    }
}
