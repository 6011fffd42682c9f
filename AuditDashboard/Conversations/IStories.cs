using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>The telling of clients' stories, which goes on by itself behind the log.</summary>
public interface IStories
{
    /// <summary>A person's story told from the log as it stands now, whether or not the numbers have come so far; null when nobody is known by this record.</summary>
    /// <param name="anyRecordOfThePerson">Of the merged records it does not matter which.</param>
    Task<ClientStory?> TellAsync(ClientId anyRecordOfThePerson, CancellationToken cancel);

    /// <summary>Whose events wait to be told, and since when (UTC); nobody's and null when all are.</summary>
    (int People, DateTimeOffset? Since) Lag { get; }

    /// <summary>Done when every event accepted before this call is in the numbers, in the outcomes and in the search.</summary>
    Task CatchUpAsync(CancellationToken cancel);

    /// <summary>Done when every story was told anew from the log and every sum was made again; the same numbers stand throughout.</summary>
    Task RebuildAsync(CancellationToken cancel);
}
