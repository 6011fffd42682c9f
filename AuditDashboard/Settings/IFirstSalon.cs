namespace AuditDashboard.Settings;

/// <summary>Names the organization for those who do it without a page: the demo.</summary>
public interface IFirstSalon
{
    /// <summary>Takes the settings over where nobody has named the organization or a branch yet; true when it did.</summary>
    Task<bool> OfferAsync(SalonSettings salon, CancellationToken cancel);
}
