using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>A service as the contract has it (channels.md): what it takes, refuses and drops as a repeat.</summary>
internal interface IEmulatedService
{
    string Kind { get; }

    /// <summary>The channel a client of the endpoint below reads.</summary>
    string Channel { get; }

    /// <summary>Of an endpoint that may send; the secrets in it begin with CANARY.</summary>
    (string Member, string Value)[] Members { get; }

    /// <summary>A client this service knows.</summary>
    string Client { get; }

    (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book);

    /// <summary>Too many calls; come again after the seconds.</summary>
    Fault Limited(int seconds);
}
