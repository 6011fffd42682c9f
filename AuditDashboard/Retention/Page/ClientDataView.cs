namespace AuditDashboard.Retention.Page;

/// <summary>What is held about one person, as far as an owner must see it to answer or to erase.</summary>
/// <param name="Dialogs">By start, the newest first.</param>
internal sealed record ClientDataView(
    string? Name, int Messages, int Phones, int Addresses, int Consents, IReadOnlyList<ClientDataView.Dialog> Dialogs, IReadOnlyList<RetentionView.Hold> Holds,
    IReadOnlyList<RetentionView.Erasure> Erasures, RetentionView.Request? Request)
{
    public sealed record Dialog(Guid Id, string? Channel, DateTimeOffset StartedAt);
}
