using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;

// Wrong on purpose: each of these must be refused by a rule, or shows what the rule lets pass.
#pragma warning disable CA1852 // being open is what is wrong with them
namespace AuditDashboard.Tests.Architecture.Examples.Wrong;

public class OpenClass;

internal sealed class Extension : OpenClass;

internal class OpenPart : ComponentBase;

public sealed class CarryingPart : ComponentBase
{
    [Parameter] public IReadOnlyList<OpenClass[]>? Items { get; set; }
}

public sealed class PublicRow;

internal class OpenRow;

internal sealed class ProperRow;

internal sealed class Visit;

internal sealed class VisitMap : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder) => builder.HasNoKey();
}

internal sealed class VisitManager;

internal sealed class VisitService;

internal sealed class VisitInfo<T>
{
    public T? Value { get; init; }
}

internal sealed class SweepingService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
}
