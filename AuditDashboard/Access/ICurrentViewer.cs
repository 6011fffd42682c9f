namespace AuditDashboard.Access;

/// <summary>Who is looking: in a page (circuit) and in a request alike. Throws where nobody is signed in.</summary>
public interface ICurrentViewer
{
    Task<Viewer> GetAsync();
}
