using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class JobRulesTests
{
    private const string Head = "[DisallowConcurrentExecution] class SweepJob(Sweep sweep) : IJob {";

    [Fact]
    public void Jobs_contain_no_logic() => Verdict.IsClean(Repository.Application.SelectMany(JobRules.Broken));

    [Theory]
    [InlineData(Head + "public ValueTask Execute(C c, CancellationToken cancel) => sweep.HandleAsync(cancel); }")]
    [InlineData(Head + "static readonly JobKey Key = new(\"x\"); public async ValueTask Execute(C c, CancellationToken cancel) => await sweep.HandleAsync(cancel); }")]
    [InlineData(Head + "public async ValueTask Execute(C c, CancellationToken cancel) { await sweep.HandleAsync(cancel); } }")]
    [InlineData("class Walk : IWalk { void Execute() { if (true) { } } }")]
    public void A_plain_call_passes(string code) => Assert.Empty(JobRules.Broken(new SourceFile("AuditDashboard/Kpi/SweepJob.cs", code)));

    [Theory]
    [InlineData(Head + "public async ValueTask Execute(C c, CancellationToken cancel) { if (late) { await sweep.HandleAsync(cancel); } } }")]
    [InlineData(Head + "public async ValueTask Execute(C c, CancellationToken cancel) { await sweep.HandleAsync(cancel); Count(); } }")]
    [InlineData(Head + "public ValueTask Execute(C c, CancellationToken cancel) => late ? default : sweep.HandleAsync(cancel); }")]
    [InlineData(Head + "public ValueTask Execute(C c, CancellationToken cancel) => sweep.HandleAsync(cancel); void More() { } }")]
    [InlineData("class SweepJob(Sweep sweep) : IJob { public ValueTask Execute(C c, CancellationToken cancel) => sweep.HandleAsync(cancel); }")]
    [InlineData("[DisallowConcurrentExecution] class Sweeper(Sweep sweep) : IJob { public ValueTask Execute(C c, CancellationToken cancel) => sweep.HandleAsync(cancel); }")]
    public void A_job_that_thinks_is_refused(string code) => Assert.Single(JobRules.Broken(new SourceFile("AuditDashboard/Kpi/SweepJob.cs", code)));
}
