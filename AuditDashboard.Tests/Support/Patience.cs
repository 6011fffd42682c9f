using System.Runtime.CompilerServices;

namespace AuditDashboard.Tests.Support;

/// <summary>How long a test of a page waits for what must come: a machine that does other things too is no reason to fail.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => Bunit.BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
