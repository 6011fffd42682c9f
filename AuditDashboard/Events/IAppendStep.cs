namespace AuditDashboard.Events;

/// <summary>Joins the append transaction. Runs on the writer, so it only computes and writes: no network, no waiting.</summary>
public interface IAppendStep
{
    /// <summary>Records of booking systems 5, Conversations 10, Reminders 20, Releases 30, Bitrix24 40, Settings 50, Channels 60, Notices 70, Evidence 100.</summary>
    int Order { get; }

    void Apply(AppendBatch batch);

    /// <summary>The transaction was undone: whatever was remembered since it began must be read from disk again.</summary>
    void Forget();
}
