using AuditDashboard.Access;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Tests.Channels.Connect;

/// <summary>What the page of integrations works with, on a running host and for one viewer.</summary>
internal sealed class Connecting
{
    public Connecting(IngestHost host, Viewer viewer)
    {
        var viewers = new SignedIn(viewer);
        var note = new NoteEndpointDeed(host.Get<IEventLog>(), viewers, Journal, host.Clock);
        Endpoints = new ConnectEndpoint(host.Get<EndpointStore>(), new EndpointSeal(host.Get<IDataProtectionProvider>(), host.Get<Microsoft.Extensions.Logging.ILogger<EndpointSeal>>()), note, host.Clock);
        Change = new ChangeEndpoint(host.Get<EndpointStore>(), host.Get<PauseEndpoint>(), host.Get<RotateSecret>(), host.Get<EnterMembers>(), note, host.Clock);
        Bots = new ConnectBot(Endpoints, Keys, host.Get<IEventReader>(), host.Clock);
        Acts = new ConnectionActs(Change, host.Get<IEventReader>(), host.Clock);
    }

    public WrittenJournal Journal { get; } = new();

    public KeyRing Keys { get; } = new();

    public ConnectEndpoint Endpoints { get; }

    public ChangeEndpoint Change { get; }

    public ConnectBot Bots { get; }

    public ConnectionActs Acts { get; }
}

/// <summary>Gives out the keys the host knows: <see cref="IngestHost.Key"/> to whoever asks.</summary>
internal sealed class KeyRing : IBotKeys
{
    public List<IBotKeys.Line> Lines { get; } = [];

    public Task<IReadOnlyList<IBotKeys.Line>> ListAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<IBotKeys.Line>>([.. Lines]);

    public Task<Outcome<IBotKeys.Issued>> IssueAsync(string name, string bot, string? branch, CancellationToken cancel)
    {
        Lines.Add(new IBotKeys.Line("k1", name, "0001", bot, branch));
        return Task.FromResult<Outcome<IBotKeys.Issued>>(new IBotKeys.Issued("k1", IngestHost.Key));
    }

    public Task<Refusal?> RevokeAsync(string keyId, CancellationToken cancel)
    {
        Lines.RemoveAll(line => line.Id == keyId);
        return Task.FromResult<Refusal?>(null);
    }
}

internal sealed class TwoBranches : IBranchList
{
    public IReadOnlyList<(string Code, string Name)> All { get; } = [("center", "Пушкинская"), ("garden", "Садовая")];
}
