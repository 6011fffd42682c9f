namespace AuditDashboard.Access;

/// <summary>Lets the application read what an owner would see on the pages, while no owner is looking.</summary>
public interface IOwnerEyes
{
    /// <summary>Services of a circuit whose viewer is an owner without a name: for reading only, nobody answers for a change made with them.</summary>
    AsyncServiceScope Open();
}
