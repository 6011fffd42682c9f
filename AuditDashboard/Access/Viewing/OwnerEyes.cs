namespace AuditDashboard.Access.Viewing;

internal sealed class OwnerEyes(IServiceScopeFactory scopes) : IOwnerEyes
{
    private static readonly Viewer Nameless = new("", "", "", People.Roles.Owner, null);

    public AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().StandIn = Nameless;
        return scope;
    }
}
