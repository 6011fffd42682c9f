namespace AuditDashboard.Conversations;

/// <summary>The telling of clients' stories, which goes on by itself behind the log.</summary>
public interface IStories
{
    /// <summary>Done when every event accepted before this call is in the numbers and outcomes.</summary>
    Task CatchUpAsync(CancellationToken cancel);

    /// <summary>Done when every story was told anew from the log and every sum was made again; the same numbers stand throughout.</summary>
    Task RebuildAsync(CancellationToken cancel);
}
