namespace AuditDashboard.Tests.Bitrix24;

/// <summary>Tests on a salon with a portal of its own.</summary>
public abstract class BitrixTests : IAsyncLifetime
{
    internal BitrixSalon Salon { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Salon = await BitrixSalon.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Salon.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
