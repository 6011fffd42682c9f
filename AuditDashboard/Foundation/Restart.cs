namespace AuditDashboard.Foundation;

/// <summary>Stops the application and starts it anew in the same process: for what only a start can do, such as taking a restored database.</summary>
public sealed class Restart(IHostApplicationLifetime lifetime)
{
    public bool IsWanted { get; private set; }

    public void Ask()
    {
        IsWanted = true;
        lifetime.StopApplication();
    }
}
