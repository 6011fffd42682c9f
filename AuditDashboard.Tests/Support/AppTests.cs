namespace AuditDashboard.Tests.Support;

/// <summary>Tests on a whole application of their own.</summary>
public abstract class AppTests : IAsyncDisposable
{
    protected TestApp App { get; } = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
